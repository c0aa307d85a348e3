import { absolute, onSheet } from '../../sheet/address.ts';
import type { Formula } from '../../sheet/cell.ts';
import { endIterationAt } from '../iterations/run-end.ts';
import { rateSheet, type TableLayout } from '../layout.ts';

/**
 * How many cells of a learning rate's sheet are still to be filled in. As long as there are any, nothing is told of the run: numbers that
 * come of empty cells are no course.
 */

/** Where that is counted: right of the table, among what only formulas read. */
export const emptyAt = (table: TableLayout): { readonly row: number; readonly column: number } => {
  const { row, column } = endIterationAt(table);
  return { row, column: column + 4 };
};

/** The cell, as seen from its own sheet, or from another one where a learning rate is given. */
export function emptyCell(table: TableLayout, learningRate?: number): string {
  const { row, column } = emptyAt(table);
  const own = absolute(row, column);
  return learningRate === undefined ? own : onSheet(rateSheet(learningRate), own);
}

/** Its formula: the blank cells of neighbouring columns together. @param counted the columns that have to be filled in, by name */
export function emptyFormula(table: TableLayout, counted: readonly string[], filled: boolean): Formula {
  const first = (name: string): number => (table.isLearned(name) ? 2 : 1);
  const groups: { readonly row: number; readonly from: number; to: number }[] = [];
  for (const name of counted) {
    const [row, column] = [table.row(first(name)), table.column(name)];
    const last = groups.at(-1);
    if (last?.row === row && last.to === column - 1) last.to = column;
    else groups.push({ row, from: column, to: column });
  }
  const rows = (name: string): number => Math.max(0, table.iterations - first(name) + 1);
  return {
    formula: groups
      .map(({ row, from, to }) => `COUNTBLANK(${absolute(row, from)}:${absolute(table.lastRow, to)})`)
      .join('+'),
    value: filled ? 0 : counted.reduce((sum, name) => sum + rows(name), 0),
  };
}
