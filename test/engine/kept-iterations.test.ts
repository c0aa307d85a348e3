import { describe, expect, test } from 'vitest';
import { train } from '../../src/engine/train.ts';
import { columnGroups, columnsOf } from '../../src/model/quantities.ts';
import { networkTemplate } from '../../src/node/templates.ts';
import { parseNetwork } from '../../src/spec/parse.ts';
import { topologyOf } from '../../src/spec/topology.ts';

const ITERATIONS = 40;

describe.each(['class', 'xor-in-turn', 'three-classes'])('a run of %s that keeps some iterations only', (name) => {
  const topology = topologyOf(parseNetwork(JSON.parse(networkTemplate(name))));
  const quantities = columnsOf(columnGroups(topology)).map(({ quantity }) => quantity);
  const whole = train(topology, 0.5, ITERATIONS, quantities);
  const some = train(topology, 0.5, ITERATIONS, quantities, new Set([1, 7, ITERATIONS]));

  test.each([
    ['kept', [1, 7, 40]],
    ['one after the other', [2, 3, 4, 5]],
    ['with gaps', [6, 20, 39]],
    ['backwards', [38, 7, 12, 3]],
  ])('has the same numbers, %s', (_, iterations) => {
    for (const k of iterations) expect([...some.row(k)]).toEqual([...whole.row(k)]);
  });

  test('has the same errors', () => {
    expect(some.series(topology.curve)).toEqual(whole.series(topology.curve));
  });

  test('has every other quantity too', () => {
    expect(some.series('w1')).toEqual(whole.series('w1'));
  });
});

test('a quantity that was not asked for is refused', () => {
  const topology = topologyOf(parseNetwork(JSON.parse(networkTemplate('class'))));
  const quantities = columnsOf(columnGroups(topology)).map(({ quantity }) => quantity);
  expect(() => train(topology, 0.5, 3, quantities, new Set()).series('w99')).toThrow(RangeError);
});
