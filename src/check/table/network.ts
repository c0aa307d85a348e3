import type { Network } from '../../network/network.ts';
import { parseNetwork } from '../../network/parse.ts';
import { usual } from '../../network/standards.ts';
import { mostOf } from '../most.ts';

/** The numbers that a table starts from, by their names. */
export type Given = (name: string) => number | undefined;

/** Weights that a network may have of which the table lacks columns. */
const MOST_UNNAMED = 1_000;

/**
 * The network that a table's headers tell of: sigmoid layers, with the half squared error, and with biases where it has columns of them.
 *
 * @param names of the table's columns, in class
 * @param given the numbers of its first row; what it lacks is taken as 0
 * @returns undefined where the numbers of inputs, units and weights do not fit together
 */
export function networkOf(names: Iterable<string>, given: Given): Network | undefined {
  const all = [...names];
  const most = (pattern: RegExp): number =>
    mostOf([
      0,
      ...all.map((name) =>
        Number(
          pattern
            .exec(name)
            ?.slice(1)
            .find((part) => part !== undefined) ?? 0,
        ),
      ),
    ]);
  // Headers of gradients may have other numbers than those of the weights.
  const weights = most(/^w(\d+)$/) || most(/^∂E\/∂w(\d+)$/);
  const outputs = most(/^(?:a_)?o(\d+)$|^t(\d+)$|^E(\d+)$/);
  const inputs = most(/^i(\d+)$/);
  const hidden = hiddenSizes(all, most, { weights, outputs, inputs });
  const sizes = [inputs === 0 ? solvedInputs(weights, hidden, outputs) : inputs, ...hidden, outputs];
  if (sizes.some((size) => !Number.isInteger(size) || size < 1 || size > 1000)) return undefined;
  const pairs = sizes.slice(1).map((units, l) => ({ units, before: sizes[l] ?? 0 }));
  if (pairs.reduce((sum, { units, before }) => sum + units * before, 0) !== weights) return undefined;
  // Of a network with so many more weights than the table has columns of them, nothing could be judged.
  if (weights > MOST_UNNAMED && all.filter((name) => /^w\d+$/.test(name)).length < weights) return undefined;
  const units = pairs.reduce((sum, pair) => sum + pair.units, 0);
  const biases = most(/^b(\d+)$/) || most(/^∂E\/∂b(\d+)$/);
  if (biases !== 0 && biases !== units && biases !== pairs.length) return undefined;
  let [w, b] = [0, 0];
  const numbers = (letter: string, count: number) =>
    Array.from({ length: count }, (_, k) => given(`${letter}${k + 1}`) ?? 0);
  const next = (letter: 'w' | 'b'): number => given(`${letter}${letter === 'w' ? ++w : ++b}`) ?? 0;
  const biasesOf = (count: number) =>
    biases === 0 ? {} : { bias: biases === units ? Array.from({ length: count }, () => next('b')) : next('b') };
  return parseNetwork({
    title: 'A learner’s network',
    samples: [{ inputs: numbers('i', sizes[0] ?? 0), targets: numbers('t', outputs) }],
    layers: pairs.map((pair) => ({
      activation: usual.activation,
      weights: Array.from({ length: pair.units }, () => Array.from({ length: pair.before }, () => next('w'))),
      ...biasesOf(pair.units),
    })),
    loss: usual.loss,
    learningRates: [1],
    iterations: 1,
  });
}

/** Units of the hidden layers: of h1, h2 … one layer, of h1_1, h2_1 … several; without such columns what the weights leave open. */
function hiddenSizes(
  all: readonly string[],
  most: (pattern: RegExp) => number,
  { weights, outputs, inputs }: { readonly weights: number; readonly outputs: number; readonly inputs: number },
): readonly number[] {
  const layers = most(/^(?:a_)?h(\d+)_\d+$/);
  if (layers > 0) return Array.from({ length: layers }, (_, l) => most(new RegExp(`^(?:a_)?h${l + 1}_(\\d+)$`)));
  const units = most(/^(?:a_)?h(\d+)$/);
  if (units > 0) return [units];
  return weights === inputs * outputs || all.length === 0 ? [] : [weights / (inputs + outputs)];
}

function solvedInputs(weights: number, [first = 0, ...rest]: readonly number[], outputs: number): number {
  return rest.length > 0 || first === 0 ? 0 : (weights - first * outputs) / first;
}
