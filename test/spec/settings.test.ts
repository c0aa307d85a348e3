import { describe, expect, test } from 'vitest';
import { withInitialValues, withSettings } from '../../src/spec/settings.ts';
import { initialValues, topologyOf } from '../../src/spec/topology.ts';
import { classNetwork, seededNetwork } from '../helpers/networks.ts';

const with_ = (values: Readonly<Record<string, number>>) =>
  withInitialValues(classNetwork, new Map(Object.entries(values)));

describe('other initial values', () => {
  test.each(initialValues(topologyOf(classNetwork)))('$name becomes 7, nothing else changes', ({ name }) => {
    const before = initialValues(topologyOf(classNetwork));
    const after = initialValues(topologyOf(with_({ [name]: 7 })));
    expect(after).toEqual(before.map((initial) => (initial.name === name ? { ...initial, value: 7 } : initial)));
  });

  test('several at once, in a deep network', () => {
    const network = seededNetwork([2, 3, 3, 2], 1);
    const values = new Map([...initialValues(topologyOf(network))].map(({ name }, k) => [name, k]));
    const changed = initialValues(topologyOf(withInitialValues(network, values)));
    expect(changed.map(({ value }) => value)).toEqual([...values.values()]);
  });

  test.each([
    [
      { w9: 1 },
      '--set: the network has no initial value "w9"; did you mean "w1"? It has: i1 i2 t1 t2 w1 w2 w3 w4 w5 w6 w7 w8',
    ],
    [{ bias: 1 }, '--set: the network has no initial value "bias". It has: i1 i2 t1 t2 w1 w2 w3 w4 w5 w6 w7 w8'],
    [
      { W5: 1 },
      '--set: the network has no initial value "W5"; did you mean "w5"? It has: i1 i2 t1 t2 w1 w2 w3 w4 w5 w6 w7 w8',
    ],
    [{ w5: Number.NaN }, '--set: w5 must be a finite number.'],
    [{ a_h1: 1, w1: Number.POSITIVE_INFINITY }, /no initial value "a_h1".*\n--set: w1 must be a finite number\.$/s],
  ])('%j is refused', (values, message) => {
    expect(() => with_(values as Readonly<Record<string, number>>)).toThrow(message);
  });

  test('a long list of names is cut short', () => {
    const big = seededNetwork([5, 5, 5, 5], 1);
    expect(() => withInitialValues(big, new Map([['bias', 1]]))).toThrow(/It has: i1 (\S+ ){39}… w75$/);
  });
});

describe('other settings', () => {
  test.each([
    [{}, classNetwork],
    [{ iterations: 7 }, { ...classNetwork, iterations: 7 }],
    [{ learningRates: [3] }, { ...classNetwork, learningRates: [3] }],
    [{ learningRates: undefined, iterations: undefined }, classNetwork],
  ])('%j', (settings, network) => {
    expect(withSettings(classNetwork, settings)).toEqual(network);
  });

  test.each([
    [{ iterations: 0 }, '--iterations: must be at least 1, not 0.'],
    [{ iterations: 2.5 }, '--iterations: must be a whole number, not 2.5.'],
    [{ learningRates: [] }, '--learning-rates: must not be empty.'],
    [{ learningRates: [1, -2] }, '--learning-rates: must be greater than 0, not -2.'],
    [{ learningRates: [1, 1] }, '--learning-rates: repeats 1; give each learning rate once.'],
  ])('%j is refused by the name of the flag', (settings, message) => {
    expect(() => withSettings(classNetwork, settings)).toThrow(message);
  });
});
