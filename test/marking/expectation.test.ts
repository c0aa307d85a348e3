import { describe, expect, test } from 'vitest';
import type { ExaminedTable } from '../../src/check/examine.ts';
import type { QuantityState } from '../../src/check/quantities.ts';
import { metBy } from '../../src/marking/expectation.ts';
import { initialValues, topologyOf } from '../../src/quantities/topology.ts';
import { classWith } from '../helpers/networks.ts';
import { examined } from './examined.ts';

const network = classWith({ learningRates: [0.1, 0.5], iterations: 20 });
const initial = Object.fromEntries(initialValues(topologyOf(network)).map(({ name, value }) => [name, value]));

const table = (learningRate: number | undefined, own: Partial<ExaminedTable> = {}): ExaminedTable => ({
  sheet: `LR ${learningRate}`,
  learningRate,
  iterations: 20,
  layers: [2, 2, 2],
  initial,
  ...own,
});

const one = ({ sheet }: ExaminedTable, table: number): QuantityState => ({
  sheet,
  table,
  name: 'w1',
  part: 'updates',
  state: 'right',
});

/** What is said, then how many quantities are right of how many. */
function met(tables: readonly ExaminedTable[], isExercise = false): readonly string[] {
  const { deviations, quantities } = metBy(examined({ tables, isExercise, quantities: tables.map(one) }), network);
  return [...deviations, `${quantities.filter(({ state }) => state === 'right').length} of ${quantities.length}`];
}

describe('what is missing or other than asked for is told:', () => {
  test.each<[string, readonly ExaminedTable[], readonly string[], boolean?]>([
    ['nothing', [table(0.1), table(0.5)], ['2 of 2']],
    ['a learning rate in the last digits of double precision', [table(0.1), table(0.5 + 1e-16)], ['2 of 2']],
    ['a table that is missing, which counts', [table(0.5)], ['No table with η = 0.1.', '1 of 2']],
    ['another learning rate', [table(0.1), table(0.2)], ['No table with η = 0.5, but others, with η = 0.2.', '1 of 2']],
    [
      'a table more, which does not count',
      [table(0.1), table(0.5), table(2)],
      ['More tables than were asked for, with η = 2.', '2 of 2'],
    ],
    [
      'fewer iterations',
      [table(0.1), table(0.5, { iterations: 12 })],
      ['With η = 0.5: 12 of 20 iterations.', '2 of 2'],
    ],
    [
      'the same of all tables',
      [table(0.1, { iterations: 12 }), table(0.5, { iterations: 12 })],
      ['With η = 0.1, 0.5: 12 of 20 iterations.', '2 of 2'],
    ],
    ['more iterations, which do no harm', [table(0.1, { iterations: 90 }), table(0.5)], ['2 of 2']],
    [
      'other initial values',
      [table(0.1), table(0.5, { initial: { ...initial, w1: 0.3, t1: 0.5 } })],
      ['With η = 0.5: t1 = 0.5 in place of 0.01, w1 = 0.3 in place of 0.15.', '2 of 2'],
    ],
    ['those of an exercise, which are its own', [table(0.1, { initial: { w1: 3 } }), table(0.5)], ['2 of 2'], true],
    [
      'another network',
      [table(0.1, { layers: [2, 3, 2], initial: {} }), table(0.5)],
      ['With η = 0.1: a 2-3-2 network in place of 2-2-2.', '2 of 2'],
    ],
    ['several tables on a sheet', [table(0.1, { sheet: 'A' }), table(0.5, { sheet: 'A' })], ['2 of 2']],
    ['a table twice, of which one counts', [table(0.1), table(0.5), table(0.5)], ['2 of 2']],
    ['no table', [], ['0 of 0']],
  ])('%s', (_, tables, expected, isExercise = false) => {
    expect(met(tables, isExercise)).toEqual(expected);
  });

  test('the only table is the one that was asked for, though its learning rate was not found', () => {
    const only = table(undefined);
    const { deviations, quantities } = metBy(
      examined({ tables: [only], quantities: [one(only, 0)] }),
      classWith({ learningRates: [0.5], iterations: 20 }),
    );
    expect([deviations, quantities.length]).toEqual([[], 1]);
  });
});
