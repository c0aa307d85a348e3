/** The letters of a column, counted from 1: 1 is A, 27 is AA. */
export function columnLetters(column: number): string {
  const rest = (column - 1) % 26;
  const before = (column - 1 - rest) / 26;
  return (before > 0 ? columnLetters(before) : '') + String.fromCharCode(65 + rest);
}

/** A cell by row and column, both counted from 1: `B3`. */
export const relative = (row: number, column: number): string => `${columnLetters(column)}${row}`;

/** A cell that stays put when a formula is filled down: `$B$3`. */
export const absolute = (row: number, column: number): string => `$${columnLetters(column)}$${row}`;

/** A sheet's name as a reference needs it, always in quotes. */
export const quoted = (sheet: string): string => `'${sheet.replaceAll("'", "''")}'`;

/** A reference to a cell or range of another sheet: `'LR 0.1'!$A$1`. */
export const onSheet = (sheet: string, cell: string): string => `${quoted(sheet)}!${cell}`;

/** Part of a column as an absolute reference with its sheet: `'LR 0.1'!$A$14:$A$113`. */
export const columnRange = (sheet: string, column: number, firstRow: number, lastRow: number): string =>
  onSheet(sheet, `${absolute(firstRow, column)}:${absolute(lastRow, column)}`);
