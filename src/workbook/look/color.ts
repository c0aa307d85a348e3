/** A colour between two, as RRGGBB. @param share 0 gives the first, 1 the second */
export function mixed(first: string, second: string, share: number): string {
  const channel = (from: number): string => {
    const [a, b] = [first, second].map((color) => Number.parseInt(color.slice(from, from + 2), 16)) as [number, number];
    return Math.round(a + (b - a) * share)
      .toString(16)
      .padStart(2, '0');
  };
  return (channel(0) + channel(2) + channel(4)).toUpperCase();
}
