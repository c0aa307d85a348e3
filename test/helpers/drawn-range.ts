import { rateSheet, type TableLayout, tableOn } from '../../src/workbook/layout.ts';

/** The cells that charts of a learning rate draw for a quantity: those with gaps, but of what is given the table's own. */
export function drawnRange(table: TableLayout, name: string, rate: number): string {
  const own = tableOn(rateSheet(rate), table);
  return own.drawn.includes(name) ? own.drawnRange(name) : own.range(name);
}
