import { excelFormula } from '../../expression/excel.ts';
import type { Column } from '../../model/column.ts';
import { readRule } from '../../model/read-rule.ts';
import { absolute, relative } from '../../sheet/address.ts';
import { LEARNING_RATE_CELL, type TableLayout } from '../layout.ts';

/** What the cells of a row of a learning-rate sheet hold, after the rows that read the sheet of initial values. */

/**
 * The formula of a quantity: from its own row, rows above it, and the sheet's learning rate.
 *
 * @param sheet where the table stands, as the formula sees it: nothing on its own sheet, `'LR 0.5'!` on another
 * @param cellOf the cells of quantities, where not those of the table are meant
 */
export function rowFormula(
  column: Column,
  table: TableLayout,
  k: number,
  sheet = '',
  cellOf = (name: string, of: number): string => `${sheet}${table.cell(name, of)}`,
): string {
  const { rule, name } = column;
  const address = readRule(rule, k, {
    quantity: cellOf,
    iteration: (of) => sheet + relative(table.row(of), table.iterationColumn),
    givenRate: table.givenRate,
    learningRate: sheet + absolute(LEARNING_RATE_CELL.row, LEARNING_RATE_CELL.column),
    first: 1,
    before: '0',
  });
  switch (rule.kind) {
    case 'given':
      return cellOf(name, k - 1);
    case 'in-turn':
      return cellOf(name, k - rule.every);
    case 'learned':
      return excelFormula(rule.update, address);
    case 'computed':
    case 'accumulated':
      return excelFormula(rule.formula, address);
    case 'running-mean':
      return `AVERAGE(${cellOf(rule.of, Math.max(1, k - rule.iterations + 1))}:${table.cell(rule.of, k)})`;
  }
}
