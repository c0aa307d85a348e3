import type { Cell, LearnerSheet } from '../file/sheet.ts';
import { groupedBy } from '../grouped.ts';

type Lines = ReadonlyMap<number, readonly Cell[]>;

const rows = new WeakMap<LearnerSheet, Lines>();
const columns = new WeakMap<LearnerSheet, Lines>();

/** The filled cells of a row, or of a column; those of a sheet are sorted once. */
export function cellsInLine(sheet: LearnerSheet, at: number, upright: boolean): readonly Cell[] {
  const known = upright ? columns : rows;
  const lines = known.get(sheet) ?? groupedBy(sheet.cells.values(), ({ row, column }) => (upright ? column : row));
  known.set(sheet, lines);
  return lines.get(at) ?? [];
}
