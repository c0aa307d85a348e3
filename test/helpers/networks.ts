import fc from 'fast-check';
import { networkTemplate } from '../../src/node/templates.ts';
import type { Network } from '../../src/spec/network.ts';
import { parseNetwork } from '../../src/spec/parse.ts';

/** The class network: 2-2-2, six learning rates, 100 iterations. */
export const classNetwork: Network = parseNetwork(JSON.parse(networkTemplate('class')));

/** The training settings of a network. */
export type Training = Partial<Pick<Network, 'learningRates' | 'iterations' | 'title'>>;

/** The class network with other settings. */
export const classWith = (training: Training): Network => parseNetwork({ ...classNetwork, ...training });

/**
 * A network whose numbers come from a seed: weights between −2 and 2, inputs between −1 and 1, targets between 0 and 1.
 * @param sizes the number of inputs, then the units of each layer: 3, 4, 2, 1
 */
export function seededNetwork(sizes: readonly number[], seed: number, training: Training = {}): Network {
  const random = parkMiller(seed);
  const numbers = (count: number, low: number, high: number): number[] =>
    Array.from({ length: count }, () => low + (high - low) * random());
  return shaped(sizes, (count, what) => numbers(count, ...bounds[what]), {
    title: sizes.join('-'),
    learningRates: [0.5, 3],
    iterations: 70,
    ...training,
  });
}

/** Random networks: 1–5 inputs, 1–4 layers of 1–5 units. */
export const anyNetwork: fc.Arbitrary<Network> = fc
  .array(fc.integer({ min: 1, max: 5 }), { minLength: 2, maxLength: 5 })
  .chain((sizes) =>
    fc.tuple(
      fc.constant(sizes),
      ...(['input', 'weight', 'target'] as const).map((what) => {
        const [min, max] = bounds[what];
        const length = most(sizes, what);
        return fc.array(fc.double({ min, max, noNaN: true }), { minLength: length, maxLength: length });
      }),
    ),
  )
  .map(([sizes, inputs = [], weights = [], targets = []]) => {
    const stock = { input: [...inputs], weight: [...weights], target: [...targets] };
    return shaped(sizes, (count, what) => stock[what].splice(0, count));
  });

type What = 'input' | 'weight' | 'target';

const bounds: Readonly<Record<What, readonly [low: number, high: number]>> = {
  input: [-1, 1],
  weight: [-2, 2],
  target: [0, 1],
};

/** How many numbers of a kind a network of these sizes has. */
function most(sizes: readonly number[], what: What): number {
  if (what === 'input') return sizes[0] ?? 0;
  if (what === 'target') return sizes.at(-1) ?? 0;
  return sizes.slice(1).reduce((total, units, l) => total + units * (sizes[l] ?? 0), 0);
}

function shaped(
  sizes: readonly number[],
  numbers: (count: number, what: What) => number[],
  training: Training = {},
): Network {
  return parseNetwork({
    title: 'A network',
    samples: [{ inputs: numbers(sizes[0] ?? 0, 'input'), targets: numbers(sizes.at(-1) ?? 0, 'target') }],
    layers: sizes.slice(1).map((units, l) => ({
      activation: 'sigmoid',
      weights: Array.from({ length: units }, () => numbers(sizes[l] ?? 0, 'weight')),
    })),
    loss: 'half-squared-error',
    learningRates: [0.5],
    iterations: 3,
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
