import { type Mention, type Row, symbol } from '../../expression/tree.ts';
import { addressOf, type CellPosition } from '../file/address.ts';

/** Numbers that stand in another row than the formula, or outside the table. */

/** x of always the same iteration, counted from 0. @param words how people call its line, such as `row 7` */
export const inLine = (name: string, k: number, words: string): Mention => symbol(name, { k, words });

/** A cell outside the table. */
export const cellOutside = (sheet: string | undefined, place: CellPosition): Mention =>
  symbol(`${sheet === undefined ? '' : `${sheet}!`}${addressOf(place)}`, 'outside');

/** A quantity in a row as people read it. */
export function spoken(name: string, row: Row): string {
  if (row === 'outside') return `the cell ${name}`;
  if (typeof row !== 'number') return `${name} of ${row.words}`;
  if (row === 0) return name;
  if (row === -1) return `${name} of the row above`;
  if (row === 1) return `${name} of the row below`;
  return `${name} of ${Math.abs(row)} rows ${row < 0 ? 'above' : 'below'}`;
}
