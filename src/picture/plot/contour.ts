import { coordinate } from '../element.ts';

/**
 * The line along which numbers over a square have a level, by marching squares.
 *
 * @param place gives the pixel of a column and a row, which need not be whole
 * @returns the path of the line
 */
export function contour(
  grid: readonly ArrayLike<number>[],
  level: number,
  place: (column: number, row: number) => readonly [number, number],
): string {
  const parts: string[] = [];
  const value = (row: number, column: number): number => (grid[row]?.[column] ?? Number.NaN) - level;
  for (let row = 0; row + 1 < grid.length; row++)
    for (let column = 0; column + 1 < (grid[row]?.length ?? 0); column++) {
      const [a, b, c, d] = [
        value(row, column),
        value(row, column + 1),
        value(row + 1, column + 1),
        value(row + 1, column),
      ];
      if (!Number.isFinite(a + b + c + d)) continue;
      const crossings = [
        ...crossing(a, b, (share) => place(column + share, row)),
        ...crossing(b, c, (share) => place(column + 1, row + share)),
        ...crossing(d, c, (share) => place(column + share, row + 1)),
        ...crossing(a, d, (share) => place(column, row + share)),
      ];
      for (let k = 0; k + 1 < crossings.length; k += 2) {
        const [from, to] = [crossings[k], crossings[k + 1]];
        if (from !== undefined && to !== undefined)
          parts.push(`M${from.map(coordinate).join(' ')}L${to.map(coordinate).join(' ')}`);
      }
    }
  return parts.join('');
}

/** Where a side of a square crosses the level, if it does. */
function crossing(
  from: number,
  to: number,
  at: (share: number) => readonly [number, number],
): readonly (readonly [number, number])[] {
  return from > 0 === to > 0 ? [] : [at(from / (from - to))];
}
