import { drawOf } from '../data/random.ts';
import type { InitialWeights, Network, NetworkLayer } from './network.ts';
import type { NetworkFile } from './schema.ts';
import { standards } from './standards.ts';

/** Decimals of a drawn weight: enough for every purpose, and few enough to be read and typed. */
const DECIMALS = 4;

/** A network file with plain numbers: the weights of layers that give "units" are drawn, in the order w1, w2 … */
export function withDrawnWeights({ data: _, samples = [], ...file }: NetworkFile): Network {
  const initialWeights: InitialWeights = file.initialWeights ?? standards.initialWeights;
  // The Mersenne Twister spreads its seed: small seeds, which people choose, differ from the first number on.
  const { uniform } = drawOf(initialWeights.seed ?? standards.initialWeights.seed);
  const layers: NetworkLayer[] = [];
  for (const { units, weights, ...layer } of file.layers) {
    const inputs = layers.at(-1)?.weights.length ?? samples[0]?.inputs.length ?? 0;
    layers.push({ ...layer, weights: weights ?? drawn(initialWeights, inputs, units ?? 0, uniform) });
  }
  return { ...file, samples, layers };
}

function drawn(
  { rule, range = standards.range, value = standards.value }: InitialWeights,
  inputs: number,
  units: number,
  random: () => number,
): readonly (readonly number[])[] {
  const bound = {
    uniform: range,
    xavier: Math.sqrt(6 / (inputs + units)),
    he: Math.sqrt(6 / inputs),
    equal: undefined,
  }[rule];
  const weight = (): number =>
    bound === undefined ? value : Number(((2 * random() - 1) * bound).toFixed(DECIMALS)) + 0;
  return Array.from({ length: units }, () => Array.from({ length: inputs }, weight));
}
