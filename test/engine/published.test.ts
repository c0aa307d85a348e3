import { describe, expect, test } from 'vitest';
import { train } from '../../src/engine/train.ts';
import { columnGroups, columnsOf } from '../../src/model/quantities.ts';
import { topologyOf } from '../../src/spec/topology.ts';
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

describe(`the class network against ${source}`, () => {
  const columns = columnsOf(columnGroups(topologyOf(classNetwork)));
  const trace = train(
    topologyOf(classNetwork),
    0.5,
    100,
    columns.map(({ quantity }) => quantity),
  );

  test('there are figures for every kind of number', () => {
    expect(figures).toHaveLength(51);
  });

  test.each(figures)('iteration %i, %s is %d', (iteration, name, value) => {
    const computed = trace.series(name)[iteration - 1] ?? Number.NaN;
    expect(Math.abs(computed / value - 1)).toBeLessThan(tolerance(iteration));
  });
});
