import { describe, expect, test } from 'vitest';
import type { Network } from '../../src/network/network.ts';
import { parseNetwork } from '../../src/network/parse.ts';
import { derivativeOf, gradientBy, quantityName, quantityOf } from '../../src/quantities/quantity.ts';
import { initialValues, topologyOf, trainedOf, weightsOf } from '../../src/quantities/topology.ts';
import { viewOf } from '../../src/quantities/view.ts';
import { classNetwork, seededNetwork } from '../helpers/networks.ts';

/** The connections of a network as arrows: w3: i1→h2. */
function arrows(sizes: readonly number[]): readonly string[] {
  const { layers } = topologyOf(seededNetwork(sizes, 1));
  return layers.flatMap(({ units }) =>
    units.flatMap(({ netInput, weights }) => weights.map(({ name, from }) => `${name}: ${from}→${netInput}`)),
  );
}

const changed = (changes: Readonly<Record<string, unknown>>): Network => parseNetwork({ ...classNetwork, ...changes });
const [hidden, output] = classNetwork.layers;
const sample = { inputs: [0.3, 0.4], targets: [0, 1] };
const samples = [...classNetwork.samples, sample];

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

describe('biases are numbered through like weights', () => {
  test.each<readonly [what: string, layers: readonly unknown[], biases: string]>([
    ['none', [hidden, output], ''],
    [
      'one for each unit',
      [
        { ...hidden, bias: [1, 2] },
        { ...output, bias: [3, 4] },
      ],
      'b1=1→h1 b2=2→h2 b3=3→o1 b4=4→o2',
    ],
    [
      'one that each layer shares',
      [
        { ...hidden, bias: 1 },
        { ...output, bias: 2 },
      ],
      'b1=1→h1,h2 b2=2→o1,o2',
    ],
    [
      'both kinds',
      [
        { ...hidden, bias: [1, 2] },
        { ...output, bias: 3 },
      ],
      'b1=1→h1 b2=2→h2 b3=3→o1,o2',
    ],
    ['in the output layer only', [hidden, { ...output, bias: [1, 2] }], 'b1=1→o1 b2=2→o2'],
  ])('%s', (_, layers, expected) => {
    const topology = topologyOf(changed({ layers }));
    const biases = topology.layers.flatMap((layer) => layer.biases);
    expect(biases.map(({ name, value, units }) => `${name}=${value}→${units.join()}`).join(' ')).toBe(expected);
    // What a unit says of its bias is what the bias says of its units.
    for (const { netInput, bias } of topology.layers.flatMap(({ units }) => units))
      expect(bias).toBe(biases.find(({ units }) => units.includes(netInput))?.name);
  });

  test('training leaves those alone that are to stay', () => {
    const layers = [
      { ...hidden, bias: 0.35, trainBias: false },
      { ...output, bias: 0.6 },
    ];
    expect(
      trainedOf(topologyOf(changed({ layers })))
        .map(({ name }) => name)
        .join(' '),
    ).toBe('w1 w2 w3 w4 w5 w6 w7 w8 b2');
  });
});

describe('several samples', () => {
  test('a full batch has a pass for each, with names of its own', () => {
    const topology = topologyOf(changed({ samples }));
    expect(topology.passes).toEqual([
      { sample: 1, mark: 1, called: 'sample 1', total: 'E@1' },
      { sample: 2, mark: 2, called: 'sample 2', total: 'E@2' },
    ]);
    expect([topology.epoch, topology.curve]).toEqual([1, 'E_total']);
    const second = viewOf(topology, { sample: 2, mark: 2, called: '', total: 'E@2' });
    expect(second.inputs.map(({ name, value }) => `${name}=${value}`)).toEqual(['i1@2=0.3', 'i2@2=0.4']);
    expect(second.errors[1]).toEqual({ name: 'E2@2', target: 't2@2', output: 'a_o2@2' });
    const [h1] = second.layers[0]?.units ?? [];
    expect([h1?.netInput, h1?.activation, h1?.weights.map(({ name, from }) => `${name}·${from}`)]).toEqual([
      'h1@2',
      'a_h1@2',
      ['w1·i1@2', 'w2·i2@2'],
    ]);
  });

  test('in turn there is one pass, and the error that charts show is the mean', () => {
    const topology = topologyOf(changed({ samples, batch: 'in-turn' }));
    expect(topology.passes).toEqual([{ sample: undefined, mark: undefined, called: '', total: 'E_total' }]);
    expect([topology.epoch, topology.curve]).toEqual([2, 'E_mean']);
    expect(topology.inputs.map(({ name }) => name)).toEqual(['i1', 'i2']);
  });

  test('a batch has a pass for each of its samples, and an epoch as many iterations as there are batches', () => {
    const topology = topologyOf(changed({ samples: [...samples, ...samples], batch: 2 }));
    expect(topology.passes.map(({ called, total }) => [called, total])).toEqual([
      ['sample 1 of the batch', 'E@1'],
      ['sample 2 of the batch', 'E@2'],
    ]);
    expect([topology.epoch, topology.curve]).toEqual([2, 'E_mean']);
  });

  test.each([
    [2, 'full'],
    [1, 'in-turn'],
  ])('a batch of %i of two is %s', (batch, same) => {
    expect(topologyOf(changed({ samples, batch }))).toEqual(topologyOf(changed({ samples, batch: same })));
  });

  test.each(['full', 'in-turn'])('a single one is the same in any batch: %s', (batch) => {
    expect(topologyOf(changed({ batch }))).toEqual(topologyOf(classNetwork));
  });

  test.each(['full', 'in-turn'])('initial values say whose they are: %s', (batch) => {
    expect(
      initialValues(topologyOf(changed({ samples, batch })))
        .slice(0, 8)
        .map(({ name, value }) => `${name}=${value}`)
        .join(' '),
    ).toBe('i1@1=0.05 i2@1=0.1 i1@2=0.3 i2@2=0.4 t1@1=0.01 t2@1=0.99 t1@2=0 t2@2=1');
  });
});

describe('numbers that steer functions and optimizer', () => {
  const settings = (changes: Readonly<Record<string, unknown>>): string =>
    topologyOf(changed(changes))
      .settings.map(({ name, value }) => `${name}=${value}`)
      .join(' ');
  const leaky = { ...hidden, activation: 'leaky-relu' };

  test.each<readonly [changes: Readonly<Record<string, unknown>>, settings: string]>([
    [{}, ''],
    [{ optimizer: { name: 'sgd' } }, ''],
    [{ optimizer: { name: 'sgd', weightDecay: 0.1 } }, 'λ=0.1'],
    [{ optimizer: { name: 'sgd', weightDecay: 0.1, l1: 0.2 } }, 'λ=0.1 λ1=0.2'],
    [{ optimizer: { name: 'momentum' } }, 'μ=0.9'],
    [{ optimizer: { name: 'nesterov', momentum: 0.5 } }, 'μ=0.5'],
    [{ optimizer: { name: 'adagrad' } }, 'ε=1e-10'],
    [{ optimizer: { name: 'rmsprop', weightDecay: 0.1 } }, 'α=0.99 ε=1e-8 λ=0.1'],
    [{ optimizer: { name: 'adam', beta2: 0.99 } }, 'β1=0.9 β2=0.99 ε=1e-8'],
    [{ layers: [leaky, output] }, 'slope1=0.01'],
    [{ layers: [hidden, { ...leaky, slope: 0.2 }] }, 'slope2=0.2'],
    [{ layers: [leaky, { ...leaky, slope: 0 }], optimizer: { name: 'momentum' } }, 'slope1=0.01 slope2=0 μ=0.9'],
  ])('%j: %s', (changes, expected) => {
    expect(settings(changes)).toBe(expected);
  });
});

test('softmax needs the largest net input, of every pass', () => {
  const softmax = { layers: [hidden, { ...output, activation: 'softmax' }], samples };
  const topology = topologyOf(changed(softmax));
  expect(topology.layers.map(({ largest }) => largest)).toEqual([undefined, 'o_max']);
  const views = topology.passes.map((pass) => viewOf(topology, pass).layers[1]?.largest);
  expect(views).toEqual(['o_max@1', 'o_max@2']);
});

test.each([
  [quantityOf('a_h1'), 'a_h1'],
  [gradientBy('w1'), '∂E/∂w1'],
  [derivativeOf('a_h1', 'h1'), '∂a_h1/∂h1'],
])('%j is called %s', (quantity, name) => {
  expect(quantityName(quantity)).toBe(name);
});
