import { addressOf, type CellPosition } from '../file/address.ts';

/** Names of numbers that stand in another row than the formula, or outside the table. */

/** x of the row above. */
export const above = (name: string): string => `old ${name}`;

/** x of a row further away. @param distance below 0 for rows above */
export const shifted = (name: string, distance: number): string =>
  distance === 0 ? name : distance === -1 ? above(name) : `shift ${distance} ${name}`;

/** x of always the same iteration, counted from 0. @param line how people call its line, such as `row 7` */
export const inLine = (name: string, k: number, line: string): string => `at ${k} ${line} ${name}`;

/** A cell outside the table. */
export const cellName = (sheet: string | undefined, place: CellPosition): string =>
  `cell ${sheet === undefined ? '' : `${sheet}!`}${addressOf(place)}`;

/** A name taken apart: the quantity and where it stands. */
export type Where =
  | { readonly kind: 'distance'; readonly of: string; readonly distance: number }
  | { readonly kind: 'line'; readonly of: string; readonly k: number; readonly line: string }
  | { readonly kind: 'cell'; readonly address: string };

/** Takes a name apart. */
export function whereIs(name: string): Where {
  if (name.startsWith('cell ')) return { kind: 'cell', address: name.slice(5) };
  const line = /^at (-?\d+) ((?:row|column) \S+) (.+)$/.exec(name);
  if (line !== null) return { kind: 'line', of: line[3] ?? '', k: Number(line[1]), line: line[2] ?? '' };
  const shift = /^shift (-?\d+) (.+)$/.exec(name);
  if (shift !== null) return { kind: 'distance', of: shift[2] ?? '', distance: Number(shift[1]) };
  let distance = 0;
  let of = name;
  for (; of.startsWith('old '); of = of.slice(4)) distance--;
  return { kind: 'distance', of, distance };
}

/** A name as people read it. */
export function spoken(name: string, plainName: (of: string) => string = (of) => of): string {
  const where = whereIs(name);
  if (where.kind === 'cell') return `the cell ${where.address}`;
  const of = plainName(where.of);
  if (where.kind === 'line') return `${of} of ${where.line}`;
  if (where.distance === 0) return of;
  if (where.distance === -1) return `${of} of the row above`;
  if (where.distance === 1) return `${of} of the row below`;
  return `${of} of ${Math.abs(where.distance)} rows ${where.distance < 0 ? 'above' : 'below'}`;
}
