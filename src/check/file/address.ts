/** A cell's place; rows and columns count from 1. */
export interface CellPosition {
  readonly row: number;
  readonly column: number;
}

/** The letters of a column: 28 is AB. */
export function lettersOf(column: number): string {
  let letters = '';
  for (let rest = column; rest > 0; rest = Math.floor((rest - 1) / 26))
    letters = String.fromCharCode(65 + ((rest - 1) % 26)) + letters;
  return letters;
}

/** The number of a column: AB is 28. */
export const columnNumber = (letters: string): number =>
  [...letters.toUpperCase()].reduce((number, letter) => number * 26 + letter.charCodeAt(0) - 64, 0);

/** `B7` of row 7, column 2. */
export const addressOf = ({ row, column }: CellPosition): string => `${lettersOf(column)}${row}`;

/** The place of `B7`, also of `$B$7`; undefined where it is no address. */
export function positionOf(address: string): CellPosition | undefined {
  const found = /^\$?([A-Z]{1,3})\$?([1-9]\d{0,6})$/i.exec(address);
  return found === null ? undefined : { row: Number(found[2]), column: columnNumber(found[1] ?? '') };
}
