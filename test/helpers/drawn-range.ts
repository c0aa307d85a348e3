import type { TableLayout } from '../../src/workbook/layout.ts';

/** The cells that charts of a learning rate draw for a quantity: those with gaps, but of what is given the table's own. */
export const drawnRange = (table: TableLayout, name: string, rate: number): string =>
  table.drawn.includes(name) ? table.drawnRange(name, rate) : table.range(name, rate);
