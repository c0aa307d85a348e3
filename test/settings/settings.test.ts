import { describe, expect, test } from 'vitest';
import { tableData } from '../../src/data/table.ts';
import type { Network } from '../../src/network/network.ts';
import { parseNetwork } from '../../src/network/parse.ts';
import { type Settings, withSettings } from '../../src/settings/settings.ts';
import { classNetwork } from '../helpers/networks.ts';

/** What of a network is of interest here; of each layer its units, its function, its biases. */
function outline({ layers, loss, optimizer }: Network): string {
  const shown = layers.map(({ weights, activation, slope, bias, trainBias }) =>
    [
      weights.length,
      activation,
      ...(slope === undefined ? [] : [`slope ${slope}`]),
      ...(bias === undefined ? [] : [JSON.stringify(bias)]),
      ...(trainBias === undefined ? [] : [trainBias ? 'trained' : 'fixed']),
    ].join(' '),
  );
  return [...shown, loss, ...(optimizer === undefined ? [] : [JSON.stringify(optimizer)])].join(' | ');
}

const changedBy = (changes: Readonly<Record<string, unknown>>): Network =>
  parseNetwork({ ...classNetwork, ...changes });
const [hidden, output] = classNetwork.layers;
const SIGMOID = '2 sigmoid | 2 sigmoid | half-squared-error';

const shared = changedBy({
  layers: [
    { ...hidden, bias: 0.35, trainBias: false },
    { ...output, bias: 0.6 },
  ],
});
const own = changedBy({
  layers: [
    { ...hidden, bias: [1, 2], trainBias: false },
    { ...output, bias: [3, 4] },
  ],
});
const leaky = changedBy({ layers: [{ ...hidden, activation: 'leaky-relu', slope: 0.2 }, output] });
const classes = changedBy({ layers: [hidden, { ...output, activation: 'softmax' }], loss: 'cross-entropy' });
const perceptron = changedBy({ layers: [hidden] });
const decaying = changedBy({ optimizer: { name: 'momentum', momentum: 0.5, weightDecay: 0.01 } });

describe('other settings', () => {
  test.each<readonly [settings: Settings, network: Network]>([
    [{}, classNetwork],
    [{ iterations: 7 }, { ...classNetwork, iterations: 7 }],
    [{ learningRates: [3] }, { ...classNetwork, learningRates: [3] }],
    [{ learningRates: undefined, iterations: undefined, loss: undefined, seed: undefined }, classNetwork],
    [{ loss: 'mean-squared-error' }, { ...classNetwork, loss: 'mean-squared-error' }],
    [{ optimizer: 'adam' }, { ...classNetwork, optimizer: { name: 'adam' } }],
  ])('%j', (settings, network) => {
    expect(withSettings(classNetwork, settings)).toEqual(network);
  });

  test.each<readonly [what: string, network: Network, settings: Settings, outline: string]>([
    ['one activation for all layers', classNetwork, { activation: ['tanh'] }, SIGMOID.replaceAll('sigmoid', 'tanh')],
    [
      'an activation for each layer',
      classNetwork,
      { activation: ['relu', 'linear'] },
      '2 relu | 2 linear | half-squared-error',
    ],
    [
      'softmax alone goes to the output',
      classNetwork,
      { activation: ['softmax'] },
      '2 sigmoid | 2 softmax | half-squared-error',
    ],
    [
      'a slope goes with its function',
      leaky,
      { activation: ['tanh', 'sigmoid'] },
      '2 tanh | 2 sigmoid | half-squared-error',
    ],
    [
      'or stays with it',
      leaky,
      { activation: ['leaky-relu'] },
      '2 leaky-relu slope 0.2 | 2 leaky-relu | half-squared-error',
    ],
    [
      'activation and loss together',
      classNetwork,
      { activation: ['tanh', 'softmax'], loss: 'cross-entropy' },
      '2 tanh | 2 softmax | cross-entropy',
    ],
    ['other hidden layers', classNetwork, { hidden: [3, 4] }, `3 sigmoid | 4 sigmoid | 2 sigmoid | half-squared-error`],
    ['they are like the first', classes, { hidden: [1, 3] }, '1 sigmoid | 3 sigmoid | 2 softmax | cross-entropy'],
    ['or like the output', perceptron, { hidden: [3] }, '3 sigmoid | 2 sigmoid | half-squared-error'],
    [
      'with softmax outputs, sigmoid',
      withSettings(perceptron, { activation: ['softmax'] }),
      { hidden: [3] },
      '3 sigmoid | 2 softmax | half-squared-error',
    ],
    [
      'hidden layers and an activation for each',
      classNetwork,
      { hidden: [3, 1], activation: ['relu', 'tanh', 'linear'] },
      '3 relu | 1 tanh | 2 linear | half-squared-error',
    ],
    [
      'new biases begin at 0',
      classNetwork,
      { biases: 'unit' },
      '2 sigmoid [0,0] | 2 sigmoid [0,0] | half-squared-error',
    ],
    ['one for each layer', classNetwork, { biases: 'layer' }, '2 sigmoid 0 | 2 sigmoid 0 | half-squared-error'],
    ['none at all', shared, { biases: 'none' }, SIGMOID],
    ['biases stay', shared, { biases: 'layer' }, '2 sigmoid 0.35 fixed | 2 sigmoid 0.6 | half-squared-error'],
    ['biases of units stay', own, { biases: 'unit' }, '2 sigmoid [1,2] fixed | 2 sigmoid [3,4] | half-squared-error'],
    [
      'units keep what they shared',
      shared,
      { biases: 'unit' },
      '2 sigmoid [0.35,0.35] fixed | 2 sigmoid [0.6,0.6] | half-squared-error',
    ],
    ['several cannot become one', own, { biases: 'layer' }, '2 sigmoid 0 | 2 sigmoid 0 | half-squared-error'],
    [
      'other units have other biases',
      own,
      { hidden: [3] },
      '3 sigmoid [0,0,0] trained | 2 sigmoid [3,4] | half-squared-error',
    ],
    ['as many units keep theirs', own, { hidden: [2] }, '2 sigmoid [1,2] fixed | 2 sigmoid [3,4] | half-squared-error'],
    [
      'a shared bias suits any layer',
      shared,
      { hidden: [3] },
      '3 sigmoid 0.35 fixed | 2 sigmoid 0.6 | half-squared-error',
    ],
    [
      'hidden layers with biases',
      classNetwork,
      { hidden: [3], biases: 'unit' },
      '3 sigmoid [0,0,0] | 2 sigmoid [0,0] | half-squared-error',
    ],
    [
      'the same optimizer',
      decaying,
      { optimizer: 'momentum' },
      `${SIGMOID} | {"name":"momentum","momentum":0.5,"weightDecay":0.01}`,
    ],
    ['L1 without an optimizer', classNetwork, { l1: 0.1 }, `${SIGMOID} | {"name":"sgd","l1":0.1}`],
    [
      'no weight decay, but L1',
      decaying,
      { weightDecay: 0, l1: 0.2 },
      `${SIGMOID} | {"name":"momentum","momentum":0.5,"l1":0.2}`,
    ],
    [
      'another keeps the weight decay',
      decaying,
      { optimizer: 'rmsprop' },
      `${SIGMOID} | {"name":"rmsprop","weightDecay":0.01}`,
    ],
  ])('%s', (_, network, settings, expected) => {
    expect(outline(withSettings(network, settings))).toBe(expected);
  });
});

describe('weights are drawn again', () => {
  const weights = (settings: Settings, network = classNetwork) =>
    withSettings(network, settings).layers.flatMap((layer) => layer.weights.flat());
  const he = changedBy({ initialWeights: { rule: 'he', seed: 5 } });

  test('by a seed, the same ones for the same seed', () => {
    expect(weights({ seed: 3 })).toEqual(weights({ seed: 3 }));
    expect(weights({ seed: 3 })).not.toEqual(weights({ seed: 4 }));
    expect(weights({ seed: 3 })).not.toEqual(weights({}));
    expect(weights({ seed: 3, iterations: 2, biases: 'unit' })).toEqual(weights({ seed: 3 }));
  });

  test('for other hidden layers, by the seed of the network or 1', () => {
    expect(weights({ hidden: [2] })).toEqual(weights({ seed: 1 }));
    expect(weights({ hidden: [2] }, he)).toEqual(weights({ seed: 5 }, he));
  });

  test('by the rule of the network', () => {
    expect(weights({ seed: 5 }, he)).not.toEqual(weights({ seed: 5 }));
    const narrow = changedBy({ initialWeights: { rule: 'uniform', range: 0.01, seed: 5 } });
    expect(Math.max(...weights({ seed: 9 }, narrow).map(Math.abs))).toBeLessThanOrEqual(0.01);
  });

  test('only when asked for', () => {
    expect(weights({ activation: ['tanh'], biases: 'layer', loss: 'mean-squared-error', optimizer: 'adam' })).toEqual(
      weights({}),
    );
  });
});

describe('settings that cannot be are told by their names:', () => {
  test.each<[settings: Settings, message: string, network?: Network]>([
    [{ iterations: 0 }, 'iterations: must be at least 1, not 0.'],
    [{ iterations: 2.5 }, 'iterations: must be a whole number, not 2.5.'],
    [{ learningRates: [] }, 'learningRates: must not be empty.'],
    [{ learningRates: [1, -2] }, 'learningRates: must be greater than 0, not -2.'],
    [{ learningRates: [1, 1] }, 'learningRates: repeats 1; give each learning rate once.'],
    [{ hidden: [0] }, 'hidden: must be at least 1, not 0.'],
    [{ hidden: [3, 1.5] }, 'hidden: must be a whole number, not 1.5.'],
    [{ hidden: [1001] }, 'hidden: must be at most 1000, not 1001.'],
    [
      { hidden: [200, 200] },
      'hidden: hold 40800 weights, more than the 16384 columns of a sheet; give them fewer units.',
    ],
    [{ seed: -1 }, 'seed: must be at least 0, not -1.'],
    [{ seed: 0.5 }, 'seed: must be a whole number, not 0.5.'],
    [{ seed: 2 ** 32 }, 'seed: must be at most 4294967295, not 4294967296.'],
    [
      { activation: ['tanh', 'tanh', 'tanh'] },
      'activation: names 3 activations, but the network has 2 layers; give one for each, or a single one for all.',
    ],
    [
      { activation: ['tanh', 'tanh'] },
      'activation: names 2 activations, but the network has 1 layer; give one for each, or a single one for all.',
      perceptron,
    ],
    [{ activation: ['softmax', 'tanh'] }, 'activation: is softmax, which only the output layer can have.'],
    [
      { loss: 'cross-entropy' },
      'activation: must be "softmax" for the loss "cross-entropy", not "sigmoid"; or choose another loss.',
    ],
    [
      { activation: ['tanh'] },
      'activation: must be "softmax" for the loss "cross-entropy", not "tanh"; or choose another loss.',
      classes,
    ],
  ])('%j: %s', (settings, message, network = classNetwork) => {
    expect(() => withSettings(network, settings)).toThrow(expect.objectContaining({ message }));
  });

  test('with a table whose targets the loss refuses: at their line and column', () => {
    const data = tableData('a,y\n1,0\n\n2,3\n', { title: 'answers.csv' });
    expect(() => withSettings(classNetwork, { data, loss: 'binary-cross-entropy' })).toThrow(
      'answers.csv: line 4, column "y": must be from 0 to 1 for the loss "binary-cross-entropy", not 3.',
    );
  });
});
