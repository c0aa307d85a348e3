import { setNames } from '../data/sets/index.ts';
import { blankChoices } from '../model/asked.ts';
import { isDecimal } from '../network/decimal.ts';
import { inputError } from '../network/input-error.ts';
import { nearest } from '../network/nearest.ts';
import {
  activationNames,
  type Batch,
  batchWords,
  lossNames,
  type Network,
  optimizerNames,
  scheduleNames,
} from '../network/network.ts';
import { inQuotes } from '../network/path-text.ts';
import { networkNames } from '../network/ready-made.ts';
import { readNetwork } from '../node/index.ts';
import { comparedNames, comparisonIn } from '../settings/compare.ts';
import { withInitialValues } from '../settings/initial-values.ts';
import { biasChoices, type Settings, scheduleChoices, withSettings } from '../settings/settings.ts';
import { chosenData, type DataArguments, dataOptions } from './data-options.ts';
import { inFlags, setFlagOf } from './flags.ts';
import {
  commandNames,
  entriesOf,
  listOption,
  NAME,
  textOption,
  toChoice,
  toCount,
  toNumber,
  toOptionalChoice,
  toOptionalCount,
  toOptionalNumber,
} from './options.ts';

const listed = (words: readonly string[]): string => words.join(', ');

/** The options by which a network becomes another one. */
export const networkOptions = {
  ...dataOptions,
  hidden: { ...listOption, describe: 'Units of each hidden layer, such as 3 or 4 2; weights are then drawn' },
  activation: { ...listOption, describe: `One for all layers, or one for each: ${listed(activationNames)}` },
  biases: { ...textOption, describe: 'none, unit (one for each unit) or layer (one that all its units share)' },
  loss: { ...textOption, describe: `The loss: ${listed(lossNames)}` },
  batch: { ...textOption, describe: 'Samples of an iteration: full, in-turn, or how many' },
  optimizer: { ...textOption, describe: `The optimizer: ${listed(optimizerNames)}` },
  'weight-decay': { ...textOption, describe: 'λ: pulls every weight towards 0, large ones more (L2); 0 for none' },
  l1: { ...textOption, describe: 'λ1: pulls every weight towards 0, small ones as much (L1); 0 for none' },
  schedule: { ...textOption, describe: `How the learning rate changes: ${listed(scheduleChoices)}` },
  'warm-up': { ...textOption, describe: 'In how many iterations the learning rate warms up' },
  compare: {
    ...textOption,
    describe: `What runs differ in, a sheet each: none, or one of ${listed(comparedNames)}, such as optimizer=sgd,adam`,
  },
  seed: { ...textOption, describe: 'Draws all weights; the same seed gives the same weights' },
  set: {
    ...listOption,
    nargs: 1,
    describe: 'An initial value as NAME=NUMBER, such as w5=0.3; may be repeated',
  },
} as const;

/** What the options were given. */
export interface NetworkArguments extends DataArguments {
  readonly hidden: readonly string[] | undefined;
  readonly activation: readonly string[] | undefined;
  readonly biases: string | undefined;
  readonly loss: string | undefined;
  readonly batch: string | undefined;
  readonly optimizer: string | undefined;
  readonly weightDecay: string | undefined;
  readonly l1: string | undefined;
  readonly schedule: string | undefined;
  readonly warmUp: string | undefined;
  readonly compare: string | undefined;
  readonly seed: string | undefined;
  readonly set: readonly string[] | undefined;
}

/**
 * The network that is asked for.
 *
 * @param nameOrPath of the network to start from
 * @param training settings from options that not every command has
 */
export async function chosenNetwork(
  nameOrPath: string,
  given: NetworkArguments,
  training: Pick<Settings, 'learningRates' | 'iterations'> = {},
): Promise<Network> {
  const { compare } = given;
  const settings: Settings = {
    ...training,
    data: chosenData(given),
    hidden: given.hidden && entriesOf(given.hidden).map((text) => toCount(text, '--hidden')),
    ...networkChoices(given),
    batch: given.batch === undefined ? undefined : toBatch(given.batch),
    optimizer: toOptionalChoice(given.optimizer, optimizerNames, '--optimizer'),
    weightDecay: toOptionalNumber(given.weightDecay, '--weight-decay'),
    l1: toOptionalNumber(given.l1, '--l1'),
    schedule: toOptionalChoice(given.schedule, scheduleChoices, '--schedule'),
    warmUp: toOptionalCount(given.warmUp, '--warm-up'),
    seed: toOptionalCount(given.seed, '--seed'),
    compare: compare === undefined ? undefined : inFlags(() => comparisonIn(compare)),
  };
  const values = new Map((given.set ?? []).map(toAssignment));
  const network = await readNetwork(nameOrPath, otherMeaning);
  const changed = inFlags(() => withSettings(network, settings));
  return inFlags(() => withInitialValues(changed, values), setFlagOf(values));
}

/** The activations, biases and loss that are asked for. */
export function networkChoices(
  given: Pick<NetworkArguments, 'activation' | 'biases' | 'loss'>,
): Pick<Settings, 'activation' | 'biases' | 'loss'> {
  return {
    activation:
      given.activation && entriesOf(given.activation).map((text) => toChoice(text, activationNames, '--activation')),
    biases: toOptionalChoice(given.biases, biasChoices, '--biases'),
    loss: toOptionalChoice(given.loss, lossNames, '--loss'),
  };
}

const toBatch = (text: string): Batch => batchWords.find((word) => word === text) ?? toCount(text, '--batch');

/** Words that flags take, by the flag. */
const values: Readonly<Record<string, readonly string[]>> = {
  '--activation': activationNames,
  '--biases': biasChoices,
  '--loss': lossNames,
  '--batch': batchWords,
  '--optimizer': optimizerNames,
  '--schedule': scheduleNames,
  '--blank': blankChoices,
  '--data': setNames,
};

/** What a word that is no network may have been meant for. */
function otherMeaning(word: string): string | undefined {
  if (isDecimal(word)) return 'is a number where a network is expected; the flag before it takes one only.';
  const flag = Object.keys(values).find((each) => values[each]?.includes(word));
  if (flag === '--activation') return `is a value of ${flag}; write the flag before it.`;
  if (flag !== undefined) return `is a value of ${flag}, which takes one.`;
  if (/^[\p{L}\p{N}@_]+=/u.test(word)) return 'stands alone; write --set before each initial value.';
  const near = nearest(word, [...networkNames(), ...commandNames]);
  return commandNames.some((name) => name === near)
    ? `there is no command or ready-made network of this name; did you mean "${near}"? See ${NAME} --help.`
    : undefined;
}

function toAssignment(text: string): readonly [string, number] {
  const [name, value, ...rest] = text.split('=');
  if (/,[^,=]*=/.test(text))
    throw inputError(`${inQuotes(text)} sets several values; write --set before each.`, '--set');
  if (name === undefined || name === '' || value === undefined || rest.length > 0)
    throw inputError(`${inQuotes(text)} is not of the form NAME=NUMBER, such as w5=0.3.`, '--set');
  return [name.trim(), toNumber(value, `--set ${name.trim()}`)];
}
