import { uniformInt } from 'pure-rand/distribution/uniformInt';
import { mersenne } from 'pure-rand/generator/mersenne';
import { activations } from '../model/activation/index.ts';
import { inputError } from '../network/input-error.ts';
import type { ActivationName, Network } from '../network/network.ts';
import { digestOf } from '../seal/digest.ts';
import { learnsWell, unitsDiffer } from './learns-well.ts';
import { foldedName } from './names.ts';

/** How often numbers are drawn again that a network does not learn well from. */
const MOST_DRAWS = 1000;

/** How often, where two units of a layer are too much alike. */
const MOST_ALIKE = 500;

/** A whole number from `least` to `most`. */
type Draw = (least: number, most: number) => number;

/**
 * A network with numbers that are a learner's own. Weights and biases keep their signs and get another size, no larger than the largest of
 * their layer; of a single sample, inputs and targets change too, targets on their side of the activation's range. Several samples are the
 * task itself and stay. Numbers from which a unit is dead or the error does not fall, though they do not so from the
 * network's own, are drawn again, and those by which two units are nearly the same. The same network, name
 * and seed give the same numbers for ever.
 *
 * @param learner the name; capital letters, and how an umlaut is encoded, make no difference
 * @param seed of the class set
 * @throws InputError where no numbers fit the network
 * @example
 * const own = withOwnNumbers(network, 'Jane Doe', 1);
 * const { bytes } = await generateExercise(own, { blank: 'updates', learner: 'Jane Doe' });
 * await writeFile('Jane Doe.xlsx', bytes);
 */
export function withOwnNumbers(network: Network, learner: string, seed: number): Network {
  const draw = drawFor(`${seed} ${foldedName(learner)}`);
  for (let k = 0; k < MOST_DRAWS; k++) {
    const drawn = drawnFrom(network, draw);
    if ((k >= MOST_ALIKE || unitsDiffer(drawn)) && learnsWell(drawn, network)) return drawn;
  }
  throw inputError('learns from no other numbers as it does from its own; choose another network.', network.title);
}

function drawFor(text: string): Draw {
  const bits = mersenne(Number.parseInt(digestOf(text).slice(0, 8), 16));
  return (least, most) => uniformInt(bits, least, most);
}

function drawnFrom(network: Network, draw: Draw): Network {
  const { samples, layers } = network;
  const output = network.loss === 'hinge' ? undefined : layers.at(-1)?.activation;
  return {
    ...network,
    initialWeights: undefined,
    samples:
      samples.length > 1
        ? samples
        : samples.map(({ inputs, targets }) => ({
            inputs: others(inputs, draw, { least: 0.1, bound: Math.max(0.5, largestOf(inputs)) }),
            targets: targets.map((target) => otherTarget(target, output, draw)),
          })),
    layers: layers.map((layer) => {
      const bound = largestOf(layer.weights.flat());
      const width = layer.weights[0]?.length ?? 1;
      const weights = others(layer.weights.flat(), draw, { least: 0.25, bound: bound === 0 ? 0.5 : bound });
      return {
        ...layer,
        weights: layer.weights.map((_, unit) => weights.slice(unit * width, (unit + 1) * width)),
        ...(layer.bias === undefined ? {} : { bias: otherBias(layer.bias, draw) }),
      };
    }),
  };
}

const largestOf = (numbers: readonly number[]): number => Math.max(0, ...numbers.map(Math.abs));

function otherBias(bias: number | readonly number[], draw: Draw): number | readonly number[] {
  const own = typeof bias === 'number' ? [bias] : bias;
  // Biases that begin at 0 are meant to.
  const drawn = others(own, draw, { least: 0.25, bound: largestOf(own) });
  return typeof bias === 'number' ? (drawn[0] ?? bias) : drawn;
}

/** How often a number is drawn again that another one of its kind has already. */
const MOST_REPEATS = 20;

/** Numbers of the same signs, each from a share of the bound up to it, in steps of a hundredth of it or finer; where there is room, no two alike. */
function others(
  numbers: readonly number[],
  draw: Draw,
  { least, bound }: { readonly least: number; readonly bound: number },
): readonly number[] {
  if (bound === 0) return numbers;
  const decimals = Math.max(0, Math.ceil(-Math.log10(bound * 0.999)) + 1);
  const steps = Math.floor(bound * 10 ** decimals + 1e-9);
  const taken = new Set<number>();
  return numbers.map((number) => {
    let size = draw(Math.ceil(least * steps), steps);
    for (let k = 0; k < MOST_REPEATS && taken.has(size); k++) size = draw(Math.ceil(least * steps), steps);
    taken.add(size);
    return (number < 0 ? -1 : 1) * Number((size / 10 ** decimals).toFixed(decimals));
  });
}

/**
 * A target on the same side of what the activation can reach, in hundredths; where sides mean nothing, of the same sign and about the size.
 * Shares of a whole stay, and what stands for a class.
 */
function otherTarget(target: number, activation: ActivationName | undefined, draw: Draw): number {
  if (activation === undefined || activations[activation].joint) return target;
  const { range } = activations[activation];
  if (range === undefined) return target === 0 ? 0 : Number(((target * draw(50, 100)) / 100).toPrecision(3));
  const [low] = range;
  if (low < 0) return target < 0 ? -draw(60, 95) / 100 : draw(60, 95) / 100;
  return target <= 0.5 ? draw(1, 20) / 100 : draw(80, 99) / 100;
}
