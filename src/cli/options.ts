import { decimalOf } from '../network/decimal.ts';
import { inputError } from '../network/input-error.ts';
import { nearest } from '../network/nearest.ts';
import { inQuotes } from '../network/path-text.ts';

/** What the program is called. */
export const NAME = 'backprop-workbook';

/** The words that the program takes as commands. */
export const commandNames = ['generate', 'explain', 'exercise', 'check', 'networks', 'init', 'page'] as const;

/** The network that commands are about unless another one is named. */
export const DEFAULT_NETWORK = 'class';

/** The network that a command is about. */
export const networkPositional = {
  type: 'string',
  default: DEFAULT_NETWORK,
  describe: "A ready-made network's name, or the path of a network file (JSON)",
} as const;

/** A flag that takes one text; where it is given more than once, the last counts. */
export const textOption = {
  type: 'string',
  requiresArg: true,
  coerce: (given: string | readonly string[]): string => (typeof given === 'string' ? given : (given.at(-1) ?? '')),
} as const;

/** A flag that takes one text or more. */
export const listOption = { type: 'string', array: true, requiresArg: true } as const;

/** The number that a flag was given. */
export const toNumber = (text: string, flag: string): number => decimalOf(text, flag);

/** The same, where the flag may be left out. */
export function toOptionalNumber(text: string | undefined, flag: string): number | undefined {
  return text === undefined ? undefined : toNumber(text, flag);
}

/** The whole number from 1 on that a flag was given, where it may be left out. */
export function toOptionalCount(text: string | undefined, flag: string, most: number): number | undefined {
  const value = toOptionalNumber(text, flag);
  if (value === undefined || (Number.isInteger(value) && value >= 1 && value <= most)) return value;
  throw inputError(`must be a whole number from 1 to ${most}, not ${text}.`, flag);
}

/** The one of several words that a flag was given. */
export function toChoice<Word extends string>(text: string, words: readonly Word[], flag: string): Word {
  const chosen = words.find((word) => word === text);
  if (chosen !== undefined) return chosen;
  const near = nearest(text, words);
  throw inputError(
    `there is no ${inQuotes(text)}${near ? `; did you mean "${near}"?` : '.'} There are: ${words.join(', ')}.`,
    flag,
  );
}

/** The same, where the flag may be left out. */
export function toOptionalChoice<Word extends string>(
  text: string | undefined,
  words: readonly Word[],
  flag: string,
): Word | undefined {
  return text === undefined ? undefined : toChoice(text, words, flag);
}
