import { describe, expect, test } from 'vitest';
import { derivativeOf, gradientBy, quantityName, quantityOf } from '../../src/spec/quantity.ts';
import { initialValues, topologyOf, weightsOf } from '../../src/spec/topology.ts';
import { classNetwork, seededNetwork } from '../helpers/networks.ts';

/** The connections of a network as arrows: w3: i1→h2. */
function arrows(sizes: readonly number[]): readonly string[] {
  const { layers } = topologyOf(seededNetwork(sizes, 1));
  return layers.flatMap(({ units }) =>
    units.flatMap(({ netInput, weights }) => weights.map(({ name, from }) => `${name}: ${from}→${netInput}`)),
  );
}

describe('the parts of a network are named as in class', () => {
  test.each([
    [
      [2, 2, 2],
      ['w1: i1→h1', 'w2: i2→h1', 'w3: i1→h2', 'w4: i2→h2', 'w5: a_h1→o1', 'w6: a_h2→o1', 'w7: a_h1→o2', 'w8: a_h2→o2'],
    ],
    [[1, 1], ['w1: i1→o1']],
    [
      [1, 2, 1, 1],
      ['w1: i1→h1_1', 'w2: i1→h1_2', 'w3: a_h1_1→h2_1', 'w4: a_h1_2→h2_1', 'w5: a_h2_1→o1'],
    ],
  ])('sizes %j', (sizes, expected) => {
    expect(arrows(sizes)).toEqual(expected);
  });

  test('the class network has its values, errors and roles', () => {
    const topology = topologyOf(classNetwork);
    expect(
      initialValues(topology)
        .map(({ name, value }) => `${name}=${value}`)
        .join(' '),
    ).toBe('i1=0.05 i2=0.1 t1=0.01 t2=0.99 w1=0.15 w2=0.2 w3=0.25 w4=0.3 w5=0.4 w6=0.45 w7=0.5 w8=0.55');
    expect(topology.errors).toEqual([
      { name: 'E1', target: 't1', output: 'a_o1' },
      { name: 'E2', target: 't2', output: 'a_o2' },
    ]);
    expect(topology.layers.map(({ role }) => role)).toEqual(['hidden', 'output']);
    expect(weightsOf(topology)).toHaveLength(8);
  });
});

test.each([
  [quantityOf('a_h1'), 'a_h1'],
  [gradientBy('w1'), '∂E/∂w1'],
  [derivativeOf('a_h1', 'h1'), '∂a_h1/∂h1'],
])('%j is called %s', (quantity, name) => {
  expect(quantityName(quantity)).toBe(name);
});
