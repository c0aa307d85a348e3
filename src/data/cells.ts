/** Numbers as people and programs write them into tables. */

/** With a point or a comma before decimals, and nothing between thousands. */
const NUMBER = /^[+-]?(?:\d+(?:[.,]\d*)?|[.,]\d+)(?:e[+-]?\d+)?$/i;

/** What stands in a table for a value that is not there, besides nothing. */
const MISSING: ReadonlySet<string> = new Set(['na', 'n/a', 'nan', 'null', 'none', '?', '-', '–']);

/** A cell without what is around it; programs of some languages write the minus sign of mathematics. */
export const trimmed = (cell: string): string => cell.trim().replace(/^−/, '-');

/** Whether a cell says that there is no value. */
export const isMissing = (cell: string): boolean => cell === '' || MISSING.has(cell.toLowerCase());

/** The number of a cell; undefined where it is none, or one that nothing can hold. */
export function numberOf(cell: string): number | undefined {
  const value = NUMBER.test(cell) ? Number(cell.replace(',', '.')) : Number.NaN;
  return Number.isFinite(value) ? value : undefined;
}

/** What a number has before its decimals, where it has any. */
export const decimalMark = (cell: string): '.' | ',' | undefined =>
  NUMBER.test(cell) ? (cell.includes(',') ? ',' : cell.includes('.') ? '.' : undefined) : undefined;
