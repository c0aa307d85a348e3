import { decimalOf, hasComma, isDecimal } from '../network/decimal.ts';
import { inputError } from '../network/input-error.ts';
import { nearest } from '../network/nearest.ts';
import { inQuotes } from '../network/path-text.ts';

/** What the program is called. */
export const NAME = 'backprop-workbook';

/** The words that the program takes as commands. */
export const commandNames = [
  'generate',
  'explain',
  'hand-in',
  'exercise',
  'check',
  'networks',
  'init',
  'page',
] as const;

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

/** The same where only whole numbers make sense; whether it is one, and one that can be, is said elsewhere. */
export function toCount(text: string, flag: string): number {
  if (isDecimal(text) || hasComma(text)) return toNumber(text, flag);
  throw inputError(`${inQuotes(text)} is not a whole number; write it like 3.`, flag);
}

/** The entries of a list, which people part by commas as well as by spaces. */
export const entriesOf = (words: readonly string[]): readonly string[] =>
  words.flatMap((word) => {
    const entries = word.split(/[\s,]+/).filter((entry) => entry !== '');
    return entries.length === 0 ? [word] : entries;
  });

/**
 * The numbers of a list.
 *
 * @throws InputError also where a comma may be a decimal point, as in 0,5
 */
export function toNumbers(words: readonly string[], flag: string): readonly number[] {
  return words.flatMap((word) => {
    const [, before, after] = /^\s*([+-]?\d*),(\d+),?\s*$/.exec(word) ?? [];
    if (before !== undefined && after !== undefined)
      throw inputError(
        `${inQuotes(word)} can be read in two ways; write ${before || 0}.${after} for one number, ${before || 0} ${after} for two.`,
        flag,
      );
    return entriesOf([word]).map((entry) => toNumber(entry, flag));
  });
}

/** The same, where the flag may be left out. */
export function toOptionalNumber(text: string | undefined, flag: string): number | undefined {
  return text === undefined ? undefined : toNumber(text, flag);
}

/** The same of a whole number. */
export function toOptionalCount(text: string | undefined, flag: string): number | undefined {
  return text === undefined ? undefined : toCount(text, flag);
}

/** The whole number from 1 to another one that a flag was given, where it may be left out. */
export function toOptionalCountUpTo(most: number, text: string | undefined, flag: string): number | undefined {
  const value = toOptionalCount(text, flag);
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
