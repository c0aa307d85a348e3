import type { Network } from '../../src/network/network.ts';
import { parseNetwork } from '../../src/network/parse.ts';
import { networkTemplate } from '../../src/network/ready-made.ts';

/** The class network: 2-2-2, six learning rates, 100 iterations. */
export const classNetwork: Network = parseNetwork(JSON.parse(networkTemplate('class')));

/** The training settings of a network. */
export type Training = Partial<Pick<Network, 'learningRates' | 'iterations' | 'title'>>;

/** The class network with other settings. */
export const classWith = (training: Training): Network => parseNetwork({ ...classNetwork, ...training });

/**
 * A sigmoid network whose numbers come from a seed: weights between −2 and 2, inputs between −1 and 1, targets between 0 and 1.
 * @param sizes the number of inputs, then the units of each layer: 3, 4, 2, 1
 */
export function seededNetwork(sizes: readonly number[], seed: number, training: Training = {}): Network {
  const random = parkMiller(seed);
  const numbers = (count: number, low: number, high: number): number[] =>
    Array.from({ length: count }, () => low + (high - low) * random());
  return parseNetwork({
    title: sizes.join('-'),
    samples: [{ inputs: numbers(sizes[0] ?? 0, -1, 1), targets: numbers(sizes.at(-1) ?? 0, 0, 1) }],
    layers: sizes.slice(1).map((units, l) => ({
      activation: 'sigmoid',
      weights: Array.from({ length: units }, () => numbers(sizes[l] ?? 0, -2, 2)),
    })),
    loss: 'half-squared-error',
    learningRates: [0.5, 3],
    iterations: 70,
    ...training,
  });
}

/** The minimal standard generator of Park and Miller, CACM 31 (1988): numbers between 0 and 1. */
function parkMiller(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state * 48_271) % 2_147_483_647;
    return state / 2_147_483_647;
  };
}

/** Two inputs, a hidden layer of two leaky units that share a bias, softmax with fixed biases; two samples. */
export const richNetwork = (changes: object): Network =>
  parseNetwork({
    title: 'Rich',
    samples: [
      { inputs: [0.5, -1], targets: [1, 0] },
      { inputs: [1, 0.2], targets: [0, 1] },
    ],
    layers: [
      {
        activation: 'leaky-relu',
        weights: [
          [0.1, 0.2],
          [0.3, -0.4],
        ],
        bias: 0.1,
      },
      {
        activation: 'softmax',
        weights: [
          [0.5, -0.6],
          [0.7, 0.8],
        ],
        bias: [0.1, 0.2],
        trainBias: false,
      },
    ],
    loss: 'cross-entropy',
    learningRates: [0.1],
    iterations: 6,
    ...changes,
  });
