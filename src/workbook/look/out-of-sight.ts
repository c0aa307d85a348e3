/** Pixels that LibreOffice shows of a sheet on a screen of 1920, where it draws columns wider than they are. */
const SCREEN = 1760;

/** Widths of the columns before the working, the last of which is a gap: it is so wide that the working begins beyond the screen. */
export function outOfSight(widths: readonly number[]): readonly number[] {
  const before = widths.slice(0, -1);
  const left = before.reduce((sum, width) => sum + width, 0);
  return [...before, Math.max(widths.at(-1) ?? 0, SCREEN - left)];
}
