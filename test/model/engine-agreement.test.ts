import fc from 'fast-check';
import { expect, test } from 'vitest';
import { train } from '../../src/engine/train.ts';
import { evaluate } from '../../src/expression/evaluate.ts';
import type { Column } from '../../src/model/column.ts';
import { columnGroups, columnsOf } from '../../src/model/quantities.ts';
import type { Network } from '../../src/spec/network.ts';
import { LEARNING_RATE, topologyOf } from '../../src/spec/topology.ts';
import { anyNetwork } from '../helpers/networks.ts';
import { near } from '../helpers/numbers.ts';

/** Terms up to 2 that cancel leave what rounding did to them: at most 9e-16 on 60,000 rows. */
const TOLERANCE = { relative: 1e-12, floor: 2e-15 };

/** One row of the table, computed from the trees as the sheet computes it: from the row itself and the one above. */
function rowFromTrees(
  columns: readonly Column[],
  learningRate: number,
  first: ArrayLike<number>,
  above: ReadonlyMap<string, number> | undefined,
): ReadonlyMap<string, number> {
  const row = new Map<string, number>();
  const at = (numbers: ReadonlyMap<string, number>, name: string): number => numbers.get(name) ?? Number.NaN;
  for (const [k, { name, rule }] of columns.entries()) {
    if (rule.kind === 'computed')
      row.set(
        name,
        evaluate(rule.formula, (of) => at(row, of)),
      );
    else if (above === undefined) row.set(name, first[k] ?? Number.NaN);
    else if (rule.kind === 'given') row.set(name, at(above, name));
    else
      row.set(
        name,
        evaluate(rule.update, (of) => (of === LEARNING_RATE ? learningRate : at(above, of))),
      );
  }
  return row;
}

/** Where trees and engine differ: `∂E/∂w1 in iteration 2`. */
function differences(network: Network, learningRate: number): readonly string[] {
  const topology = topologyOf(network);
  const columns = columnsOf(columnGroups(topology));
  const trace = train(
    topology,
    learningRate,
    network.iterations,
    columns.map(({ quantity }) => quantity),
  );
  let above: ReadonlyMap<string, number> | undefined;
  const found: string[] = [];
  for (let k = 1; k <= network.iterations; k++) {
    const expected = trace.row(k);
    const row = rowFromTrees(columns, learningRate, expected, above);
    for (const [position, { name }] of columns.entries()) {
      if (!near(row.get(name) ?? Number.NaN, expected[position] ?? Number.NaN, TOLERANCE))
        found.push(`${name} in iteration ${k}`);
    }
    above = row;
  }
  return found;
}

test('the trees that are shown and the engine agree on every number of random networks', () => {
  fc.assert(
    fc.property(anyNetwork, fc.double({ min: 0.01, max: 5, noNaN: true }), (network, learningRate) => {
      expect(differences(network, learningRate)).toEqual([]);
    }),
  );
});
