import { describe, expect, test } from 'vitest';
import { InputError } from '../../src/network/input-error.ts';
import type { NetworkRun } from '../../src/network/network.ts';
import { networkText } from '../../src/network/network-text.ts';
import { parseNetwork } from '../../src/network/parse.ts';
import { comparedNetworks, singleRun } from '../../src/network/runs.ts';
import { classWith } from '../helpers/networks.ts';

const withRuns = (runs: readonly NetworkRun[], others: object = {}): unknown => ({
  ...classWith({ learningRates: [0.5], iterations: 5 }),
  ...others,
  runs,
});

/** The faults of a file, a line each. */
function faultsOf(value: unknown): readonly string[] {
  try {
    parseNetwork(value);
    return [];
  } catch (error) {
    if (error instanceof InputError) return error.faults.map(({ path, message }) => `${path}: ${message}`);
    throw error;
  }
}

describe('the runs of a network', () => {
  const runs: readonly NetworkRun[] = [
    { name: 'plain' },
    { name: 'adam', optimizer: { name: 'adam' }, learningRate: 0.1 },
    { name: 'drawn', initialWeights: { rule: 'equal', value: 0.25 }, activation: 'relu' },
    { name: 'softplus first', activation: ['softplus', 'sigmoid'], schedule: { name: 'cosine' }, warmUp: 2 },
  ];
  const network = parseNetwork(withRuns(runs));
  const [plain, adam, drawn, softplus] = comparedNetworks(network).map((each) => each.network);

  test('have what they give, and else what the network has', () => {
    const { runs: _, ...single } = network;
    expect(plain).toEqual(single);
    expect(adam).toEqual({ ...single, optimizer: { name: 'adam' }, learningRates: [0.1] });
    expect(drawn?.layers).toEqual([
      {
        activation: 'relu',
        weights: [
          [0.25, 0.25],
          [0.25, 0.25],
        ],
      },
      {
        activation: 'sigmoid',
        weights: [
          [0.25, 0.25],
          [0.25, 0.25],
        ],
      },
    ]);
    expect(softplus?.layers.map(({ activation }) => activation)).toEqual(['softplus', 'sigmoid']);
    expect([softplus?.schedule, softplus?.warmUp]).toEqual([{ name: 'cosine' }, 2]);
  });

  test('are the learning rates where the file names none', () => {
    const rates = comparedNetworks(classWith({ learningRates: [0.1, 2] }));
    expect(rates.map(({ name, network: own }) => [name, own.learningRates])).toEqual([
      [undefined, [0.1]],
      [undefined, [2]],
    ]);
  });

  test('stay in the text of the file', () => {
    expect(parseNetwork(JSON.parse(networkText(network, network.$schema)))).toEqual(network);
  });

  test('can be taken alone, by name', () => {
    expect(singleRun(network, 'adam')).toEqual({ ...adam, title: `${network.title}: adam` });
    expect(() => singleRun(network, 'sgd')).toThrow(
      'must be "plain" or "adam" or "drawn" or "softplus first", not "sgd".',
    );
  });
});

test.each<[string, unknown]>([
  [
    'learningRates: holds 2 learning rates beside "runs"; keep one, and give a run its own "learningRate" where it differs.',
    withRuns([{ name: 'a' }], { learningRates: [0.1, 0.2] }),
  ],
  ['runs[1].name: repeats "ADAM"; give each run a name of its own.', withRuns([{ name: 'adam' }, { name: 'ADAM' }])],
  ['runs[0].name: holds /, which the name of a sheet cannot; take another name.', withRuns([{ name: 'a/b' }])],
  ['runs[0].name: must hold a letter: a number alone would be taken for a learning rate.', withRuns([{ name: '0.5' }])],
  [
    'runs[0].activation: names 1 activations, but the network has 2 layers; give one for each, or a single one for the hidden layers.',
    withRuns([{ name: 'a', activation: ['tanh'] }]),
  ],
  [
    'runs[0].optimizer.alpha: has no meaning for "adam"; remove it. Its settings are: beta1, beta2, epsilon, weightDecay, l1.',
    withRuns([{ name: 'a', optimizer: { name: 'adam', alpha: 0.5 } }]),
  ],
  [
    'runs[1]: has outputs of softmax, the first run without it; one workbook cannot compare these.',
    withRuns([{ name: 'a' }, { name: 'b', activation: ['tanh', 'softmax'] }]),
  ],
  [
    'runs[0]: does not fit samples[0].targets[0], which must be −1 or 1 for the loss "hinge", not 0.01.',
    withRuns([{ name: 'a', loss: 'hinge' }]),
  ],
])('%s', (fault, value) => {
  expect(faultsOf(value)).toContain(fault);
});
