import { compile } from '../../src/engine/compile.ts';
import { columnGroups, columnsOf } from '../../src/model/quantities.ts';
import type { Network } from '../../src/spec/network.ts';
import { gradientBy } from '../../src/spec/quantity.ts';
import { topologyOf, weightsOf } from '../../src/spec/topology.ts';
import { relative } from '../../src/workbook/address.ts';
import { LEARNING_RATE_CELL, rateSheet, tableLayout } from '../../src/workbook/layout.ts';
import { near, type Tolerance } from '../helpers/numbers.ts';
import type { Recalculated } from '../support/recalculated.ts';

/**
 * Judges every row of a learning-rate sheet on its own: the engine makes one step from the weights that stand in the row, and the
 * row's other numbers and the next row's weights must be what it finds. So no rounding of earlier rows adds up.
 *
 * @returns the cells that differ, such as `LR 0.5!K20`
 */
export function stepFaults(
  network: Network,
  learningRate: number,
  recalculated: Recalculated,
  tolerance: Tolerance,
): readonly string[] {
  const topology = topologyOf(network);
  const groups = columnGroups(topology);
  const table = tableLayout(topology, groups, network.iterations);
  const sheet = rateSheet(learningRate);
  const shown = (address: string): number => {
    const value = recalculated.value(sheet, address);
    return typeof value === 'number' ? value : Number.NaN;
  };
  const rate = shown(relative(LEARNING_RATE_CELL.row, LEARNING_RATE_CELL.column));

  const machine = compile(topology);
  const columns = columnsOf(groups).map(({ name, quantity }) => ({ name, read: machine.reader(quantity) }));
  const weights = weightsOf(topology).map(({ name }) => ({ name, gradient: machine.reader(gradientBy(name)) }));

  const faults: string[] = [];
  const compare = (name: string, iteration: number, expected: number): void => {
    const address = table.cell(name, iteration);
    if (!near(shown(address), expected, tolerance)) faults.push(`${sheet}!${address}`);
  };
  for (let k = 1; k <= network.iterations; k++) {
    for (const { name } of weights) machine.set(name, shown(table.cell(name, k)));
    machine.run();
    for (const { name, read } of columns) compare(name, k, read());
    if (k === network.iterations) break;
    for (const { name, gradient } of weights) compare(name, k + 1, shown(table.cell(name, k)) - rate * gradient());
  }
  return faults;
}
