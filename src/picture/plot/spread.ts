/**
 * Places for labels beside a plot, each as near to where it belongs as it can be: pushed down so far that none meets another, then up from
 * the bottom.
 *
 * @param wanted where each label belongs, in any order
 * @param apart how far labels have to be from each other
 * @returns where each label stands, in the same order
 */
export function spread(wanted: readonly number[], apart: number, top: number, bottom: number): readonly number[] {
  const order = [...wanted.keys()].sort((a, b) => (wanted[a] ?? 0) - (wanted[b] ?? 0));
  const places: number[] = [];
  for (const index of order) places.push(Math.max(wanted[index] ?? top, (places.at(-1) ?? top - apart) + apart));
  for (let k = places.length - 1, limit = bottom; k >= 0; k--) {
    places[k] = Math.min(places[k] ?? limit, limit);
    limit = (places[k] ?? limit) - apart;
  }
  const at = new Map(order.map((index, k) => [index, places[k] ?? top]));
  return wanted.map((_, index) => at.get(index) ?? top);
}
