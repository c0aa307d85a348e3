import type { SheetCell } from './cell.ts';
import type { SheetBody } from './sheet.ts';

/** The same sheet with its cells changed one by one; undefined takes a cell away. */
export const mapCells = (sheet: SheetBody, change: (cell: SheetCell) => SheetCell | undefined): SheetBody => ({
  ...sheet,
  cells: sheet.cells.flatMap((cell) => change(cell) ?? []),
});

/** The same sheet with cells laid over it, in the place of those that stood there. */
export function withCells(sheet: SheetBody, cells: readonly SheetCell[]): SheetBody {
  const place = ({ row, column }: SheetCell): string => `${row} ${column}`;
  const over = new Set(cells.map(place));
  return { ...sheet, cells: [...sheet.cells.filter((cell) => !over.has(place(cell))), ...cells] };
}

/** The same sheet with the heights of some rows changed, in pixels. */
export const withHeights = (
  sheet: SheetBody,
  heights: Iterable<readonly [row: number, height: number]>,
): SheetBody => ({
  ...sheet,
  heights: new Map([...sheet.heights, ...heights]),
});
