import { inputError } from '../network/input-error.ts';
import { nearest } from '../network/nearest.ts';
import {
  activationNames,
  batchWords,
  initialWeightsRules,
  lossNames,
  type Network,
  type NetworkRun,
  optimizerNames,
  scheduleNames,
} from '../network/network.ts';
import { inQuotes } from '../network/path-text.ts';
import { standards } from '../network/standards.ts';
import { otherOptimizer } from './optimizer.ts';

/** What runs are to differ in, and a run for each of these values. */
export interface ComparedChoice {
  readonly what: ComparedName;
  readonly values: readonly string[];
}

/** How a choice becomes runs. */
interface Compared {
  /** The values that there are; missing where they are numbers alone. */
  readonly words?: readonly string[];
  /** Whether a number is as good as one of the words. */
  readonly numbers?: boolean;
  /** The run of a value: its name, and in what it differs. */
  readonly run: (value: string, network: Network) => NetworkRun;
}

/** What runs are called whose batches have no number. */
const batchNames = { full: 'full batch', 'in-turn': 'in turn' } as const;

/** Everything that can be compared. */
export const comparisons = {
  optimizer: {
    words: optimizerNames,
    run: (value, { optimizer }) => ({
      name: value,
      optimizer: otherOptimizer(optimizer, { optimizer: oneOf(optimizerNames, value) }),
    }),
  },
  activation: { words: activationNames, run: (value) => ({ name: value, activation: oneOf(activationNames, value) }) },
  loss: { words: lossNames, run: (value) => ({ name: value, loss: oneOf(lossNames, value) }) },
  schedule: {
    words: ['none', ...scheduleNames],
    run: (value) =>
      value === 'none' ? { name: 'no schedule' } : { name: value, schedule: { name: oneOf(scheduleNames, value) } },
  },
  batch: {
    words: batchWords,
    numbers: true,
    run: (value) => {
      const batch = batchWords.find((word) => word === value) ?? Number(value);
      return { name: typeof batch === 'number' ? `batch ${batch}` : batchNames[batch], batch };
    },
  },
  'warm-up': {
    run: (value) =>
      Number(value) === 0 ? { name: 'no warm-up' } : { name: `warm-up ${value}`, warmUp: Number(value) },
  },
  seed: {
    run: (value, { initialWeights }) => ({
      name: `seed ${value}`,
      initialWeights: {
        ...(initialWeights === undefined || initialWeights.rule === 'equal'
          ? standards.initialWeights
          : initialWeights),
        seed: Number(value),
      },
    }),
  },
  'initial-weights': {
    words: initialWeightsRules,
    run: (value, { initialWeights }) => {
      const { seed } = initialWeights ?? {};
      const rule = oneOf(initialWeightsRules, value);
      return {
        name: value,
        initialWeights: { rule, ...(seed === undefined || rule === 'equal' ? {} : { seed }) },
      };
    },
  },
  'learning-rate': { run: (value) => ({ name: `η = ${value}`, learningRate: Number(value) }) },
} as const satisfies Readonly<Record<string, Compared>>;

/** What runs can differ in. */
export type ComparedName = keyof typeof comparisons;

/** Their names. */
export const comparedNames = Object.keys(comparisons) as readonly ComparedName[];

/** What a text asks for: `optimizer=sgd,adam`, or `none`. @throws InputError where it is neither, at `compare` */
export function comparisonIn(text: string): ComparedChoice | 'none' {
  if (text === 'none') return text;
  const [what = '', values = '', ...rest] = text.split('=').map((part) => part.trim());
  if (values === '' || rest.length > 0)
    throw inputError(
      `${inQuotes(text)} is not of the form WHAT=VALUE,VALUE, such as optimizer=sgd,adam; WHAT is one of ${comparedNames.join(', ')}.`,
      'compare',
    );
  const known = comparedNames.find((name) => name === what);
  if (known === undefined) throw inputError(`there is no ${unknown(what, comparedNames)}`, 'compare');
  return { what: known, values: values.split(/[\s,]+/).filter((value) => value !== '') };
}

/**
 * The runs of a comparison.
 *
 * @throws InputError where there is no such choice or no such value
 */
export function runsOf(network: Network, { what, values }: ComparedChoice): readonly NetworkRun[] {
  const compared: Compared = comparisons[what];
  return values.map((value) => {
    const { words, numbers = words === undefined } = compared;
    const isNumber = numbers && value !== '' && Number.isFinite(Number(value));
    if (!isNumber && words?.includes(value) !== true)
      throw inputError(wrongValue(what, value, words, numbers), 'compare');
    return compared.run(value, network);
  });
}

function wrongValue(what: string, value: string, words: readonly string[] | undefined, numbers: boolean): string {
  if (words === undefined) return `${inQuotes(value)} is no number to compare as ${what}; write it like 0.5.`;
  return `there is no ${what} ${unknown(value, words)}${numbers ? ' A number will do too.' : ''}`;
}

/** A word that is not in a list, and what it may have been meant for. */
function unknown(word: string, words: readonly string[]): string {
  const near = nearest(word, words);
  return `${inQuotes(word)}${near === undefined ? '.' : `; did you mean "${near}"?`} There are: ${words.join(', ')}.`;
}

/** The word of a list that a value is known to be. */
const oneOf = <Word extends string>(words: readonly Word[], value: string): Word =>
  words.find((word) => word === value) ?? (words[0] as Word);
