import { columnLetters, columnNumber, LAST_COLUMN, LAST_ROW } from './addresses.ts';
import { formulaTokens } from './formula-tokens.ts';

/** Gives a formula as it reads after being copied so many rows down and columns right. */
export type FormulaShift = (rows: number, columns: number) => string;

/**
 * Prepares a formula (without its `=`) for being copied to other cells. In a copy, references with `$` stay; text in
 * quotes, sheet names, functions and defined names are left alone; what leaves the sheet becomes `#REF!`.
 */
export function shiftable(formula: string): FormulaShift {
  // A group of shared formulas has one text and many members, so the text is taken apart once.
  const pieces = formulaTokens(formula).map(({ kind, text }) =>
    kind === 'cell' || kind === 'columns' || kind === 'rows' ? text.split(':').map(readEnd) : text,
  );
  return (rows, columns) =>
    pieces.map((piece) => (typeof piece === 'string' ? piece : shiftReference(piece, rows, columns))).join('');
}

/** One end of a reference; a whole column has no row and a whole row no column. */
interface ReferenceEnd {
  readonly column: number | undefined;
  readonly columnLock: string;
  readonly row: number | undefined;
  readonly rowLock: string;
}

// A `$` directly before a digit belongs to the row, so the column's only counts where letters follow it.
const END = /^(?:(\$?)([A-Za-z]+))?(?:(\$?)(\d+))?$/;

function readEnd(end: string): ReferenceEnd {
  const [, columnLock = '', letters, rowLock = '', digits] = END.exec(end) ?? [];
  return {
    column: letters === undefined ? undefined : columnNumber(letters),
    columnLock,
    row: digits === undefined ? undefined : Number(digits),
    rowLock,
  };
}

function shiftReference(ends: readonly ReferenceEnd[], rows: number, columns: number): string {
  const shifted = ends.map((end) => shiftEnd(end, rows, columns));
  return shifted.includes(undefined) ? '#REF!' : shifted.join(':');
}

function shiftEnd(end: ReferenceEnd, rows: number, columns: number): string | undefined {
  const column = end.column === undefined || end.columnLock === '$' ? end.column : end.column + columns;
  const row = end.row === undefined || end.rowLock === '$' ? end.row : end.row + rows;
  if (column !== undefined && (column < 1 || column > LAST_COLUMN)) return undefined;
  if (row !== undefined && (row < 1 || row > LAST_ROW)) return undefined;
  return `${end.columnLock}${column === undefined ? '' : columnLetters(column)}${end.rowLock}${row ?? ''}`;
}
