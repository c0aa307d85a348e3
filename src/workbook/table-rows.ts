import { excelFormula } from '../expression/excel.ts';
import { type Column, oldName } from '../model/column.ts';
import { NOT_AVAILABLE } from '../spec/cell-error.ts';
import { ITERATION, LEARNING_RATE } from '../spec/topology.ts';
import type { Trace } from '../spec/trace.ts';
import { absolute, relative } from './address.ts';
import { LEARNING_RATE_CELL, type TableLayout } from './layout.ts';

/** What the cells of a row of a learning-rate sheet hold, behind the rows that read the sheet of initial values. */

/** The formula of a quantity: from its own row, rows above it, and the sheet's learning rate. */
export function rowFormula(column: Column, table: TableLayout, k: number): string {
  const { rule, name } = column;
  switch (rule.kind) {
    case 'given':
      return table.cell(name, k - 1);
    case 'in-turn':
      return table.cell(name, k - rule.samples);
    case 'learned':
      return excelFormula(rule.update, addressIn(table, k - 1));
    case 'computed':
      return excelFormula(rule.formula, addressIn(table, k));
    case 'accumulated': {
      const address = addressIn(table, k);
      const old = k === 1 ? '0' : table.cell(name, k - 1);
      return excelFormula(rule.formula, (symbol) => (symbol === oldName(name) ? old : address(symbol)));
    }
    case 'running-mean':
      return `AVERAGE(${table.cell(rule.of, Math.max(1, k - rule.iterations + 1))}:${table.cell(rule.of, k)})`;
  }
}

/** The cells of the names in a formula that takes its numbers from one row. */
const addressIn =
  (table: TableLayout, k: number) =>
  (name: string): string => {
    if (name === LEARNING_RATE) return absolute(LEARNING_RATE_CELL.row, LEARNING_RATE_CELL.column);
    return name === ITERATION ? relative(table.row(k), table.iterationColumn) : table.cell(name, k);
  };

/** A quantity as charts draw it. */
export const drawnFormula = (table: TableLayout, name: string, k: number): string =>
  `IFERROR(${table.cell(name, k)},NA())`;

/** The values of these formulas, in order. */
export function drawnValues(table: TableLayout, trace: Trace, k: number): readonly number[] {
  const values = trace.row(k);
  return table.drawn.map((name) => {
    const value = values[table.column(name) - 2] ?? Number.NaN;
    return Number.isFinite(value) ? value : NOT_AVAILABLE;
  });
}
