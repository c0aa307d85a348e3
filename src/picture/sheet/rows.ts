import type { SheetCell } from '../../sheet/cell.ts';
import type { Sheet } from '../../sheet/sheet.ts';
import type { BorrowedNumbers } from '../../training/borrowed.ts';

/** The last row that a sheet has, before it is filled down. */
export const lastWrittenRow = ({ cells }: Pick<Sheet, 'cells'>): number =>
  cells.reduce((last, { row }) => Math.max(last, row), 0);

/**
 * The same sheet with its last row filled down, each number as the file has it.
 *
 * @param rows how many rows to add, at most as many as are to be filled down
 * @param numbers what the cells of the k-th added row show, counted from 0, from left to right
 */
export function filledDown(sheet: Sheet, rows: number, numbers: (k: number) => BorrowedNumbers): Sheet {
  const last = lastWrittenRow(sheet);
  const pattern = sheet.cells.filter(({ row }) => row === last).sort((a, b) => a.column - b.column);
  const added = Array.from({ length: Math.min(rows, sheet.fillDown?.rows ?? 0) }, (_, k) => {
    const values = numbers(k);
    return pattern.map((cell, c): SheetCell => ({ ...cell, row: last + 1 + k, content: values[c] ?? Number.NaN }));
  });
  const height = sheet.heights.get(last);
  return {
    ...sheet,
    cells: [...sheet.cells, ...added.flat()],
    heights: new Map([
      ...sheet.heights,
      ...(height === undefined ? [] : added.map((_, k) => [last + 1 + k, height] as const)),
    ]),
  };
}
