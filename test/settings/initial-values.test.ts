import { describe, expect, test } from 'vitest';
import type { Network } from '../../src/network/network.ts';
import { parseNetwork } from '../../src/network/parse.ts';
import { initialValues, topologyOf } from '../../src/quantities/topology.ts';
import { withInitialValues } from '../../src/settings/initial-values.ts';
import { classNetwork, seededNetwork } from '../helpers/networks.ts';

/** Two samples, biases of both kinds, a slope, and an optimizer with settings. */
const rich = parseNetwork({
  title: 'Rich',
  samples: [
    { inputs: [1, 2], targets: [0.5] },
    { inputs: [3, 4], targets: [0.25] },
  ],
  layers: [
    {
      activation: 'leaky-relu',
      weights: [
        [0.1, 0.2],
        [0.3, 0.4],
      ],
      bias: [0.5, 0.6],
    },
    { activation: 'sigmoid', weights: [[0.7, 0.8]], bias: 0.9 },
  ],
  loss: 'binary-cross-entropy',
  optimizer: { name: 'adam', weightDecay: 0.01 },
  learningRates: [0.1],
  iterations: 5,
});

const NAMES = 'i1@1 i2@1 i1@2 i2@2 t1@1 t1@2 w1 w2 w3 w4 b1 b2 w5 w6 b3 slope1 β1 β2 ε λ';

/** The initial values of a network as text: `i1=0.05 …`. */
const shown = (network: Network): string =>
  initialValues(topologyOf(network))
    .map(({ name, value }) => `${name}=${value}`)
    .join(' ');

const changedTo = (network: Network, values: Readonly<Record<string, number>>): Network =>
  withInitialValues(network, new Map(Object.entries(values)));

describe('other initial values', () => {
  test('have the names of class', () => {
    expect(initialValues(topologyOf(rich)).map(({ name }) => name)).toEqual(NAMES.split(' '));
  });

  test.each(
    [classNetwork, rich].flatMap((network) =>
      initialValues(topologyOf(network)).map(({ name, value }) => ({ network, name, value })),
    ),
  )('$network.title: $name becomes 0.75, nothing else changes', ({ network, name, value }) => {
    const before = ` ${shown(network)} `;
    expect(` ${shown(changedTo(network, { [name]: 0.75 }))} `).toBe(
      before.replace(` ${name}=${value} `, ` ${name}=0.75 `),
    );
  });

  test('several at once, in a deep network', () => {
    const network = seededNetwork([2, 3, 3, 2], 1);
    const values = new Map(initialValues(topologyOf(network)).map(({ name }, k) => [name, k]));
    const changed = initialValues(topologyOf(withInitialValues(network, values)));
    expect(changed.map(({ value }) => value)).toEqual([...values.values()]);
  });

  test.each([
    [{ beta1: 0.5 }, { optimizer: { name: 'adam', weightDecay: 0.01, beta1: 0.5 } }],
    [{ β1: 0.5, epsilon: 0 }, { optimizer: { name: 'adam', weightDecay: 0.01, beta1: 0.5, epsilon: 0 } }],
    [{ weightDecay: 0.2 }, { optimizer: { name: 'adam', weightDecay: 0.2 } }],
  ])('a setting by its symbol or by its field in the file: %j', (values, fields) => {
    expect(changedTo(rich, values)).toEqual({ ...rich, ...fields });
  });

  test('the slope and the biases stand where the file has them', () => {
    const [first, second] = changedTo(rich, { slope1: 0.2, b2: 7, b3: 8 }).layers;
    expect([first?.slope, first?.bias, second?.bias]).toEqual([0.2, [0.5, 7], 8]);
  });
});

describe('initial values that cannot be:', () => {
  const has = 'It has: i1 i2 t1 t2 w1 w2 w3 w4 w5 w6 w7 w8';
  test.each<[values: Readonly<Record<string, number>>, message: string, network?: Network]>([
    [{ w9: 1 }, `the network has no initial value "w9"; did you mean "w1"? ${has}`],
    [{ W5: 1 }, `the network has no initial value "W5"; did you mean "w5"? ${has}`],
    [{ bias: 1 }, `the network has no initial value "bias". ${has}`],
    [{ momentum: 1 }, `the network has no initial value "momentum". ${has}`],
    [{ 0: 1 }, `the network has no initial value "0". ${has}`],
    [{ w5: Number.NaN }, 'w5 must be a finite number.'],
    [
      { a_h1: 1, w1: Number.POSITIVE_INFINITY },
      `the network has no initial value "a_h1". ${has}\nw1 must be a finite number.`,
    ],
    [{ beta3: 1 }, `the network has no initial value "beta3"; did you mean "beta1"? It has: ${NAMES}`, rich],
    [{ i2: 1 }, `the network has no initial value "i2"; did you mean "i2@1"? It has: ${NAMES}`, rich],
    [{ beta1: 1 }, 'beta1: must be less than 1, not 1.', rich],
    [{ β1: -1 }, 'β1: must be at least 0, not -1.', rich],
    [{ 't1@2': 2 }, 't1@2: must be from 0 to 1 for the loss "binary-cross-entropy", not 2.', rich],
  ])('%j', (values, message, network = classNetwork) => {
    expect(() => changedTo(network, values)).toThrow(expect.objectContaining({ message }));
  });

  test('a long list of names is counted', () => {
    const big = seededNetwork([5, 5, 5, 5], 1);
    expect(() => changedTo(big, { bias: 1 })).toThrow(/It has 85 of them, from i1 to w75\.$/);
  });
});
