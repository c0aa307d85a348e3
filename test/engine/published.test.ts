import { describe, expect, test } from 'vitest';
import { train } from '../../src/engine/train.ts';
import { columnGroups, columnsOf } from '../../src/model/quantities.ts';
import type { Network } from '../../src/network/network.ts';
import { parseNetwork } from '../../src/network/parse.ts';
import { networkTemplate } from '../../src/network/ready-made.ts';
import { topologyOf } from '../../src/quantities/topology.ts';
import type { Trace } from '../../src/training/trace.ts';
import published from '../fixtures/published.json' with { type: 'json' };
import { classNetwork } from '../helpers/networks.ts';

const { source, E_total: totals, ...iterations } = published['class network, learning rate 0.5'];

/** Half a unit of the last of 15 digits; the last two iterations also hold the rounding of sixty updates. */
const tolerance = (iteration: number): number => (iteration < 60 ? 5e-15 : 1e-14);

/** The published figures, one a line: iteration, name, number. Lists are those of w1 … w8. */
const figures: readonly (readonly [iteration: number, name: string, value: number])[] = [
  ...Object.entries(iterations).flatMap(([label, numbers]) =>
    Object.entries(numbers).flatMap(([name, value]) => {
      const iteration = Number(label.replace('iteration ', ''));
      if (typeof value === 'number') return [[iteration, name, value] as const];
      const prefix = name === 'w' ? 'w' : '∂E/∂w';
      return value.map((each, k) => [iteration, `${prefix}${k + 1}`, each] as const);
    }),
  ),
  ...Object.entries(totals).map(([iteration, value]) => [Number(iteration), 'E_total', value] as const),
];

/** All quantities of a network over 100 iterations with the learning rate 0.5. */
function traceOf(network: Network): Trace {
  const topology = topologyOf(network);
  const columns = columnsOf(columnGroups(topology));
  return train(
    topology,
    0.5,
    100,
    columns.map(({ quantity }) => quantity),
  );
}

describe(`the class network against ${source}`, () => {
  const trace = traceOf(classNetwork);

  test('there are figures for every kind of number', () => {
    expect(figures).toHaveLength(51);
  });

  test.each(figures)('iteration %i, %s is %d', (iteration, name, value) => {
    const computed = trace.series(name)[iteration - 1] ?? Number.NaN;
    expect(Math.abs(computed / value - 1)).toBeLessThan(tolerance(iteration));
  });
});

const { 'E_total after one update': afterOne, ...mazur } =
  published['mazur (fixed biases .35 and .60), learning rate 0.5'];
const printed = [mazur['iteration 1'], mazur['iteration 2']].flatMap((numbers, k) =>
  Object.entries(numbers).map(([name, value]) => [k + 1, name, value] as const),
);

describe(`the network mazur against ${mazur.source}`, () => {
  const trace = traceOf(parseNetwork(JSON.parse(networkTemplate('mazur'))));

  test('there are figures for every kind of number', () => {
    expect(printed).toHaveLength(24);
  });

  test.each(printed)('iteration %i, %s is %d', (iteration, name, value) => {
    const decimals = String(value).split('.')[1]?.length;
    expect(trace.series(name)[iteration - 1]?.toFixed(decimals)).toBe(String(value));
  });

  test('after one update all weights have changed at once, which is not what was printed', () => {
    const total = trace.series('E_total')[1] ?? Number.NaN;
    expect(Math.abs(total / afterOne['simultaneous update gives'] - 1)).toBeLessThan(1e-15);
    expect(Math.abs(total - afterOne.printed)).toBeGreaterThan(1e-7);
  });
});
