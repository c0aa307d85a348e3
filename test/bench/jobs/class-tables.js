// The tables of the class network's learning-rate sheets as plain cells, for other writers to write.
import { readFileSync } from 'node:fs';
import { train } from '../../../dist/engine/train.js';
import { parseNetwork } from '../../../dist/index.js';
import { columnGroups, columnsOf } from '../../../dist/model/quantities.js';
import { shiftable } from '../../../dist/package/shift.js';
import { topologyOf } from '../../../dist/spec/topology.js';
import { tableLayout } from '../../../dist/workbook/layout.js';
import { body, iterationStyle, look } from '../../../dist/workbook/style.js';
import { drawnFormula, drawnValues, rowFormula } from '../../../dist/workbook/table-rows.js';

/** The row that is filled down: the first whose formulas are those of all rows after it. */
const PATTERN = 2;

const file = new URL('../../../templates/networks/class.json', import.meta.url);
const network = parseNetwork(JSON.parse(readFileSync(file, 'utf8')));
const topology = topologyOf(network);
const groups = columnGroups(topology);
const columns = columnsOf(groups);

/**
 * @param {number} iterations
 * @returns {readonly { name: string, styles: readonly object[], above: number, rows: () => Generator<readonly { formula: string, result: number }[]> }[]}
 *   a sheet for each learning rate, its rows, made one by one, with so many rows above them: the iteration, every quantity, and what charts draw
 */
export function classTables(iterations) {
  const table = tableLayout(topology, groups, iterations);
  const patterns = [
    `A${table.row(PATTERN) - 1}+1`,
    ...columns.map((column) => rowFormula(column, table, PATTERN)),
    ...table.drawn.map((name) => drawnFormula({ table }, name, PATTERN)),
  ].map(shiftable);
  const quantities = columns.map(({ quantity }) => quantity);
  const styles = [
    iterationStyle,
    ...columns.map(({ role }) => body(role, 'own', false)),
    ...table.drawn.map(() => look({})),
  ];
  return network.learningRates.map((rate) => ({
    name: `LR ${rate}`,
    styles,
    above: table.row(PATTERN) - 1,
    *rows() {
      const trace = train(topology, rate, iterations, quantities, new Set());
      for (let k = PATTERN; k <= iterations; k++) {
        const values = [k, ...trace.row(k), ...drawnValues({ table }, trace, k)];
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
