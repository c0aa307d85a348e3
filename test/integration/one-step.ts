import { scoringOf } from '../../src/engine/accuracy.ts';
import { add, multiply } from '../../src/engine/cell-number.ts';
import { compile, numberAt } from '../../src/engine/compile.ts';
import { optimizerUpdates } from '../../src/engine/optimizers.ts';
import { ratesOf } from '../../src/engine/schedules.ts';
import { columnGroups, columnsOf } from '../../src/model/quantities.ts';
import type { Network } from '../../src/network/network.ts';
import { optimizerParts, PENALISED_GRADIENT, penaltiesOf, stateName } from '../../src/network/optimizer.ts';
import { gradientBy, quantityOf } from '../../src/quantities/quantity.ts';
import { isSampleNumber, LEARNING_RATE, type Topology, topologyOf, trainedOf } from '../../src/quantities/topology.ts';
import { relative } from '../../src/sheet/address.ts';
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
    if (typeof value === 'number') return value;
    return typeof value === 'object' && value?.error === '#DIV/0!' ? Number.POSITIVE_INFINITY : Number.NaN;
  };
  const shownRate = shown(relative(LEARNING_RATE_CELL.row, LEARNING_RATE_CELL.column));

  const machine = compile(topology);
  const columns = columnsOf(groups);
  const computed = columns
    .filter(({ role, rule }) => rule.kind === 'computed' && role !== 'state' && role !== 'accuracy')
    .map(({ name, quantity }) => ({ name, place: machine.place(quantity) }));
  const scoring = scoringOf({ ...topology, epoch: 1 }, machine);
  const judged = scoring.numbers.flatMap(([name, place]) =>
    columns.some((column) => column.name === name && column.rule.kind === 'computed') ? [{ name, place }] : [],
  );
  const given = columns.filter(({ rule, name }) => GIVEN.includes(rule.kind) && !isSampleNumber(name));
  const trained = trainedOf(topology).map(({ name }) => ({ name, gradient: machine.place(gradientBy(name)) }));
  const setting = (symbol: string): number =>
    topology.settings.find(({ name }) => name === symbol)?.value ?? Number.NaN;
  const rateIn = ratesOf(topology, shownRate, setting);
  const step = stepOf(topology, setting, (name, k) => shown(table.cell(name, k)));

  const faults: string[] = [];
  const compare = (name: string, iteration: number, expected: number): void => {
    const address = table.cell(name, iteration);
    if (!near(shown(address), expected, tolerance)) faults.push(`${sheet}!${address}`);
  };
  for (let k = 1; k <= network.iterations; k++) {
    for (const { name, rule } of given) {
      const { array, index } = machine.place(quantityOf(name));
      array[index] = shown(table.cell(name, k));
      const back = rule.kind === 'in-turn' ? rule.every : 1;
      if (rule.kind !== 'learned' && k > back) compare(name, k, shown(table.cell(name, k - back)));
    }
    machine.run();
    machine.derive();
    scoring.take();
    for (const { name, place } of judged) compare(name, k, numberAt(place));
    for (const { name, place } of computed) compare(name, k, numberAt(place));
    if (topology.course !== undefined) compare(LEARNING_RATE, k, rateIn(k));
    for (const { name, gradient } of trained) {
      const { states, next } = step(name, numberAt(gradient), rateIn(k), k);
      for (const [state, value] of states) compare(stateName(state, name), k, value);
      if (k < network.iterations) compare(name, k + 1, next);
    }
  }
  return faults;
}

const GIVEN: readonly string[] = ['given', 'in-turn', 'learned'];

/** One update of the engine, from the states that stand in the row above. */
function stepOf(
  { optimizer }: Topology,
  setting: (symbol: string) => number,
  shown: (name: string, iteration: number) => number,
): (
  name: string,
  gradient: number,
  rate: number,
  k: number,
) => { states: readonly (readonly [string, number])[]; next: number } {
  const update = optimizerUpdates[optimizer.name](setting);
  const symbols = optimizerParts[optimizer.name].states;
  return (name, gradient, rate, k) => {
    const states = Float64Array.from(symbols, (symbol) => (k === 1 ? 0 : shown(stateName(symbol, name), k - 1)));
    const value = shown(name, k);
    const penalties = penaltiesOf(optimizer);
    const penalised = penalties.reduce(
      (sum, { field, symbol }) => add(sum, multiply(setting(symbol), field === 'l1' ? Math.sign(value) : value)),
      gradient,
    );
    const next = update(value, penalised, states, rate, k);
    const kept = symbols.map((symbol, s) => [symbol, states[s] as number] as const);
    return { states: penalties.length > 0 ? [[PENALISED_GRADIENT, penalised], ...kept] : kept, next };
  };
}
