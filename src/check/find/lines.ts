import type { Cell, Sheet } from '../file/sheet.ts';
import { grouped } from '../grouped.ts';

type Lines = ReadonlyMap<number, readonly Cell[]>;

const rows = new WeakMap<Sheet, Lines>();
const columns = new WeakMap<Sheet, Lines>();

/** The filled cells of a row, or of a column; those of a sheet are sorted once. */
export function cellsInLine(sheet: Sheet, at: number, upright: boolean): readonly Cell[] {
  const known = upright ? columns : rows;
  const lines = known.get(sheet) ?? grouped(sheet.cells.values(), ({ row, column }) => (upright ? column : row));
  known.set(sheet, lines);
  return lines.get(at) ?? [];
}
