import { describe, expect, test } from 'vitest';
import { changed, faultsOf } from './faults-of.ts';

const units = (count: number, more: Readonly<Record<string, unknown>> = {}) => ({
  activation: 'sigmoid',
  units: count,
  ...more,
});
const sample = (inputs: readonly number[], targets: readonly number[]) => ({ inputs, targets });
const layers = (...list: readonly unknown[]): unknown => changed({ layers: list });
const softmax = { ...units(2), activation: 'softmax' };

describe('fields that do not go together:', () => {
  test.each<readonly [fault: string, value: unknown]>([
    [
      'samples[1].inputs: holds 1 inputs, but samples[0] holds 2; give all samples the same number.',
      changed({ samples: [sample([1, 2], [0, 1]), sample([1], [0, 1])] }),
    ],
    [
      'samples[1].targets: holds 3 targets, but must hold 2: one for each unit of the output layer.',
      changed({ samples: [sample([1, 2], [0, 1]), sample([1, 2], [0, 1, 0])] }),
    ],
    [
      'batch: must divide the number of samples, 6: 1, 2, 3, 6, not 4.',
      changed({ samples: new Array<unknown>(6).fill(sample([1, 2], [0, 1])), batch: 4 }),
    ],
    [
      'samples: hold 18000 inputs and targets in an iteration, but a sheet has room for 16384; give fewer, or a smaller batch.',
      changed({
        samples: new Array<unknown>(20).fill(sample(new Array<number>(1798).fill(0), [0, 1])),
        layers: [units(2)],
        batch: 10,
      }),
    ],
    [
      'samples[0].targets: holds 2 targets, but must hold 3: one for each unit of the output layer.',
      layers(units(2), units(3)),
    ],
    [
      'layers[1].weights[0]: holds 2 weights, but must hold 3: one for each of the units of layers[0].',
      layers(units(3), {
        activation: 'sigmoid',
        weights: [
          [1, 2],
          [3, 4, 5],
        ],
      }),
    ],
    [
      'layers[0].weights: missing; give a list in [ ], or "units" to have them drawn.',
      layers({ activation: 'sigmoid' }, units(2)),
    ],
    [
      'layers[0].units: stands beside "weights"; keep one of the two.',
      layers(units(1, { weights: [[1, 2]] }), units(2)),
    ],
    ['layers[0].activation: is softmax, which only the output layer can have.', layers(softmax, units(2))],
    ['layers[0].slope: has a meaning for "leaky-relu" only; remove it.', layers(units(2, { slope: 0.1 }), units(2))],
    [
      'layers[0].trainBias: has no meaning without "bias"; give that too, or remove it.',
      layers(units(2, { trainBias: false }), units(2)),
    ],
    [
      'layers[0].bias: holds 2 biases, but must hold 3: one for each unit of the layer, or a single number for all.',
      layers(units(3, { bias: [0, 0] }), units(2)),
    ],
    [
      'layers: hold 19996 weights, more than the 16384 columns of a sheet; give them fewer units.',
      changed({
        samples: [sample(new Array<number>(100).fill(0), [0, 1])],
        layers: [units(100), units(98), units(2)],
      }),
    ],
    [
      'layers[1].activation: must be "sigmoid" for the loss "binary-cross-entropy", not "tanh"; or choose another loss.',
      changed({ loss: 'binary-cross-entropy', layers: [units(2), { ...units(2), activation: 'tanh' }] }),
    ],
    [
      'layers[0].activation: must be "softmax" for the loss "cross-entropy", not "sigmoid"; or choose another loss.',
      changed({ loss: 'cross-entropy', layers: [units(2)] }),
    ],
    [
      'samples[0].targets[1]: must be from 0 to 1 for the loss "cross-entropy", not -0.5.',
      changed({ loss: 'cross-entropy', layers: [softmax], samples: [sample([1], [1, -0.5])] }),
    ],
    [
      'samples[0].targets[0]: must be −1 or 1 for the loss "hinge", not 0.',
      changed({ loss: 'hinge', samples: [sample([1, 2], [0, 1])] }),
    ],
    ...(
      [
        ['sgd', 'momentum', 'weightDecay, l1'],
        ['momentum', 'alpha', 'momentum, weightDecay, l1'],
        ['nesterov', 'beta1', 'momentum, weightDecay, l1'],
        ['adagrad', 'beta2', 'epsilon, weightDecay, l1'],
        ['rmsprop', 'momentum', 'alpha, epsilon, weightDecay, l1'],
        ['adam', 'alpha', 'beta1, beta2, epsilon, weightDecay, l1'],
      ] as const
    ).map(
      ([name, setting, own]) =>
        [
          `optimizer.${setting}: has no meaning for "${name}"; remove it. Its settings are: ${own}.`,
          changed({ optimizer: { name, [setting]: 0.5 } }),
        ] as const,
    ),
    ...(
      [
        ['step', 'least', 'every, factor'],
        ['exponential', 'every', 'factor'],
        ['cosine', 'factor', 'least'],
      ] as const
    ).map(
      ([name, setting, own]) =>
        [
          `schedule.${setting}: has no meaning for "${name}"; remove it. Its settings are: ${own}.`,
          changed({ schedule: { name, [setting]: 1 } }),
        ] as const,
    ),
    [
      'initialWeights.range: has a meaning for the rule "uniform" only; remove it.',
      changed({ initialWeights: { rule: 'he', seed: 1, range: 2 } }),
    ],
  ])('%s', (fault, value) => {
    expect(faultsOf(value)).toEqual([fault]);
  });
});

describe('fields that go together:', () => {
  test.each<readonly [what: string, changes: Readonly<Record<string, unknown>>]>([
    ['several samples', { samples: [sample([1, 2], [0, 1]), sample([3, 4], [1, 0])], batch: 'in-turn' }],
    ['a batch of one of several samples', { samples: [sample([1, 2], [0, 1]), sample([3, 4], [1, 0])], batch: 1 }],
    ['layers that leave their weights to the standard rule', { layers: [units(3), units(2)] }],
    ['one layer with weights, one with units', { layers: [{ activation: 'relu', weights: [[1, 2]] }, units(2)] }],
    [
      'biases for each unit, and one that a layer shares',
      { layers: [units(2, { bias: [1, 2] }), units(2, { bias: 3 })] },
    ],
    ['a bias that stays', { layers: [units(2, { bias: 1, trainBias: false })] }],
    ['a slope for leaky-relu', { layers: [units(2, { activation: 'leaky-relu', slope: 0.2 }), units(2)] }],
    ['softmax outputs with cross-entropy', { layers: [units(2), softmax], loss: 'cross-entropy' }],
    ['softmax outputs with another loss', { layers: [softmax], loss: 'mean-squared-error' }],
    ['weight decay and L1 with any optimizer', { optimizer: { name: 'adagrad', weightDecay: 0.1, l1: 0.1 } }],
    ['a schedule with its settings, and a warm-up', { schedule: { name: 'step', every: 3, factor: 2 }, warmUp: 5 }],
    ['targets of −1 and 1 with hinge', { loss: 'hinge', samples: [sample([1, 2], [-1, 1])] }],
    ['a range for uniform weights', { initialWeights: { rule: 'uniform', seed: 1, range: 2 } }],
  ])('%s', (_, changes) => {
    expect(faultsOf(changed(changes))).toEqual([]);
  });
});
