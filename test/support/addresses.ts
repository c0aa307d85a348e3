/** The last column of a worksheet, XFD. */
export const LAST_COLUMN = 16_384;

/** The last row of a worksheet. */
export const LAST_ROW = 1_048_576;

/** A rectangle of cells; rows and columns count from 1 and both ends belong to it. */
export interface Area {
  readonly firstRow: number;
  readonly firstColumn: number;
  readonly lastRow: number;
  readonly lastColumn: number;
}

/** Columns have been asked for a million times before a run is over. */
const lettersOf: string[] = [];

/** The letters of a column that counts from 1: 1 is `A`, 27 is `AA`. */
export function columnLetters(column: number): string {
  const known = lettersOf[column];
  if (known !== undefined) return known;
  let letters = '';
  for (let rest = column; rest > 0; rest = Math.floor((rest - 1) / 26)) {
    letters = String.fromCharCode(65 + ((rest - 1) % 26)) + letters;
  }
  lettersOf[column] = letters;
  return letters;
}

/** The number, from 1, of a column given by its letters in either case. */
export function columnNumber(letters: string): number {
  let column = 0;
  for (const letter of letters.toUpperCase()) column = column * 26 + letter.charCodeAt(0) - 64;
  return column;
}

/** The A1 address of a cell whose row and column count from 1. */
export function formatAddress(row: number, column: number): string {
  return `${columnLetters(column)}${row}`;
}

/**
 * The row and column, from 1, of an address such as `B7` or `$B$7`.
 * @throws Error where the text is no address of a cell on a worksheet.
 */
export function parseAddress(address: string): { readonly row: number; readonly column: number } {
  const match = /^\$?([A-Za-z]{1,3})\$?([1-9]\d{0,6})$/.exec(address);
  const column = columnNumber(match?.[1] ?? '');
  const row = Number(match?.[2] ?? 0);
  if (match === null || column > LAST_COLUMN || row > LAST_ROW) throw new Error(`"${address}" is not a cell address`);
  return { row, column };
}

/** Whether the text is the address of a cell: `A1` and `$XFD$1048576` are, `XFE1` and `A0` are not. */
export function isAddress(text: string): boolean {
  try {
    parseAddress(text);
    return true;
  } catch {
    return false;
  }
}

/**
 * The rectangle of a reference such as `B7`, `A1:B7` or `$A$1:$B$7` (no sheet name, no whole columns).
 * @throws Error where the text is no such reference.
 */
export function parseArea(reference: string): Area {
  const [from = '', to = from, ...more] = reference.split(':');
  if (more.length > 0) throw new Error(`"${reference}" is not a range of cells`);
  const a = parseAddress(from);
  const b = parseAddress(to);
  return {
    firstRow: Math.min(a.row, b.row),
    firstColumn: Math.min(a.column, b.column),
    lastRow: Math.max(a.row, b.row),
    lastColumn: Math.max(a.column, b.column),
  };
}

/** How many cells an area has. */
export function cellCount(area: Area): number {
  return (area.lastRow - area.firstRow + 1) * (area.lastColumn - area.firstColumn + 1);
}

/** Whether the cell, its row and column counting from 1, lies in the area. */
export function contains(area: Area, row: number, column: number): boolean {
  return row >= area.firstRow && row <= area.lastRow && column >= area.firstColumn && column <= area.lastColumn;
}
