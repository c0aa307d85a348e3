import { excelFormula } from '../../expression/excel.ts';
import type { Column } from '../../model/column.ts';
import { readRule } from '../../model/read-rule.ts';
import { NOT_AVAILABLE } from '../../training/cell-error.ts';
import type { Trace } from '../../training/trace.ts';
import { absolute, relative } from '../address.ts';
import type { Book } from '../book.ts';
import { isAsked, isEmpty } from '../exercise/exercise.ts';
import { LEARNING_RATE_CELL, type TableLayout } from '../layout.ts';

/** What the cells of a row of a learning-rate sheet hold, behind the rows that read the sheet of initial values. */

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
    learningRate: sheet + absolute(LEARNING_RATE_CELL.row, LEARNING_RATE_CELL.column),
    first: 1,
    before: '0',
  });
  switch (rule.kind) {
    case 'given':
      return cellOf(name, k - 1);
    case 'in-turn':
      return cellOf(name, k - rule.samples);
    case 'learned':
      return excelFormula(rule.update, address);
    case 'computed':
    case 'accumulated':
      return excelFormula(rule.formula, address);
    case 'running-mean':
      return `AVERAGE(${cellOf(rule.of, Math.max(1, k - rule.iterations + 1))}:${table.cell(rule.of, k)})`;
  }
}

/** A quantity as charts draw it; an empty cell, which would be read as 0, leaves a gap. */
export function drawnFormula({ table, ...book }: Pick<Book, 'table' | 'exercise'>, name: string, k: number): string {
  const cell = table.cell(name, k);
  return isAsked(book, name) ? `IF(ISNUMBER(${cell}),${cell},NA())` : `IFERROR(${cell},NA())`;
}

/** The values of these formulas, in order. */
export function drawnValues(book: Pick<Book, 'table' | 'exercise'>, trace: Trace, k: number): readonly number[] {
  const { table } = book;
  const values = trace.row(k);
  return table.drawn.map((name) => {
    const value = values[table.column(name) - 2] ?? Number.NaN;
    const empty = isEmpty(book, name) && !(k === 1 && table.isLearned(name));
    return Number.isFinite(value) && !empty ? value : NOT_AVAILABLE;
  });
}
