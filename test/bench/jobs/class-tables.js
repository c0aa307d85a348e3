// The tables of the class network's learning-rate sheets as plain cells, for other writers to write.
import { readFileSync } from 'node:fs';
import { train } from '../../../dist/engine/train.js';
import { parseNetwork } from '../../../dist/index.js';
import { columnGroups, columnsOf } from '../../../dist/model/quantities.js';
import { topologyOf } from '../../../dist/quantities/topology.js';
import { look } from '../../../dist/sheet/look.js';
import { drawnCellFormula } from '../../../dist/workbook/iterations/drawn-columns.js';
import { rowFormula } from '../../../dist/workbook/iterations/rows.js';
import { tableLayout } from '../../../dist/workbook/layout.js';
import { body, iterationStyle } from '../../../dist/workbook/look/style.js';
import { shownIterations } from '../../../dist/workbook/numbers/shown.js';
import { styleOf } from '../../../dist/xlsx/exceljs-style.js';
import { shiftable } from '../../../dist/xlsx/shift.js';

/** The row that is filled down: the first whose formulas are those of all rows after it. */
const PATTERN = 2;

const file = new URL('../../../templates/networks/class.json', import.meta.url);
const network = parseNetwork(JSON.parse(readFileSync(file, 'utf8')));
const topology = topologyOf(network);
const groups = columnGroups(topology);
const columns = columnsOf(groups);

/**
 * @param {number} iterations
 * @returns {readonly {
 *   name: string,
 *   rate: number,
 *   headers: readonly string[],
 *   styles: readonly object[],
 *   patterns: readonly { texts: readonly string[], rows: readonly number[] }[],
 *   first: readonly number[],
 *   above: number,
 *   rows: () => Generator<readonly { formula: string, result: number }[]>,
 * }[]} a sheet for each learning rate: its rows, made one by one, with so many rows above them: the iteration, every quantity, and what charts
 *   draw; and of iteration 1, which stands in the last of the rows above, the numbers
 */
export function classTables(iterations) {
  const table = tableLayout(topology, groups, iterations, network.learningRates.length);
  const shown = shownIterations(iterations);
  const patterns = [
    `A${table.row(PATTERN) - 1}+1`,
    ...columns.map((column) => rowFormula(column, table, PATTERN)),
    ...table.drawn.map((name) => drawnCellFormula({ table, shown }, name, PATTERN)),
  ].map(shiftable);
  const quantities = columns.map(({ quantity }) => quantity);
  const styles = [
    iterationStyle,
    ...columns.map(({ role }) => body(role, 'own', false)),
    ...table.drawn.map(() => look({})),
  ].map(styleOf);
  return network.learningRates.map((rate) => ({
    name: `LR ${rate}`,
    rate,
    headers: ['k', ...columns.map(({ name }) => name)],
    styles,
    patterns,
    first: [1, ...train(topology, rate, 1, quantities, new Set()).row(1)],
    above: table.row(PATTERN) - 1,
    *rows() {
      const trace = train(topology, rate, iterations, quantities, new Set());
      for (let k = PATTERN; k <= iterations; k++) {
        const row = trace.row(k);
        const values = [k, ...row, ...table.drawn.map((name) => row[table.column(name) - 2])];
        yield patterns.map((pattern, c) => ({ formula: shifted(pattern, k - PATTERN), result: values[c] }));
      }
    },
  }));
}

/** A formula so many rows further below. */
function shifted({ texts, rows }, by) {
  return texts.reduce((text, each, k) => `${text}${rows[k - 1] + by}${each}`);
}

/** Gives each cell of a row its style, as exceljs takes it. */
export function withStyles(row, styles) {
  for (const [c, style] of styles.entries()) row.getCell(c + 1).style = style;
  return row;
}
