import { columnLetters } from '../../sheet/address.ts';

/** Rows that follow each other: the first and the last of each stretch. */
export function stretches(rows: readonly number[]): readonly (readonly [from: number, to: number])[] {
  const found: [number, number][] = [];
  for (const row of rows.toSorted((a, b) => a - b)) {
    const open = found.at(-1);
    if (open !== undefined && row === open[1] + 1) open[1] = row;
    else found.push([row, row]);
  }
  return found;
}

/** A part of a column. */
export interface Stretch {
  readonly column: number;
  readonly from: number;
  readonly to: number;
}

/** Equal stretches of neighbouring columns as one range each. */
export function rectangles(parts: readonly Stretch[]): readonly string[] {
  const sorted = parts.toSorted((a, b) => a.from - b.from || a.to - b.to || a.column - b.column);
  const found: (Stretch & { right: number })[] = [];
  for (const part of sorted) {
    const open = found.at(-1);
    if (open?.from === part.from && open.to === part.to && open.right === part.column - 1) open.right = part.column;
    else found.push({ ...part, right: part.column });
  }
  return found.map(({ column, right, from, to }) => `${columnLetters(column)}${from}:${columnLetters(right)}${to}`);
}
