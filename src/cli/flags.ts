import { elsewhere, InputError, withPaths } from '../network/input-error.ts';
import type { Wanted } from '../node/index.ts';

/** Options that flags of their own set, by the fields that the library knows them by. */
const fields: ReadonlySet<string> = new Set([
  ...['learningRates', 'iterations', 'hidden', 'activation', 'biases', 'loss', 'batch', 'optimizer', 'seed'],
  ...['weightDecay', 'l1', 'schedule', 'warmUp', 'compare', 'run'],
  ...['data', 'targets', 'samples', 'noise', 'dataSeed', 'test', 'standardise'],
  ...['learningRate', 'iteration', 'blank', 'network'],
]);

/** What an option is called on the command line: `learningRates` is --learning-rates. Other places keep their names. */
export const flagOf = (field: string): string =>
  fields.has(field) ? `--${field.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)}` : field;

/** What an initial value is called on the command line. @param given the names that were given there */
export const setFlagOf =
  (given: ReadonlyMap<string, number>) =>
  (name: string): string =>
    given.has(name) ? `--set ${name}` : '--set';

/** Runs what takes options; its faults name flags. */
export const inFlags = <T>(work: () => T, flag: (field: string) => string = flagOf): T => withPaths(work, flag);

/** The same of what takes a while. */
export async function inFlagsLater<T>(work: () => Promise<T>, flag: (field: string) => string): Promise<T> {
  try {
    return await work();
  } catch (error) {
    throw error instanceof InputError ? elsewhere(error, flag) : error;
  }
}

/** A file that --output names, as it is told of where it cannot be written. @param example of its name @param endings that it may have */
export const outputFile = (example: string, endings: readonly string[]): Wanted => ({
  example,
  endings,
  byName: ' with --output',
  byForce: ' with --force',
});

/** The file that `init` names, which no flag does. */
export const namedFile = (example: string, endings: readonly string[]): Wanted => ({
  example,
  endings,
  byName: '',
  byForce: ' with --force',
});
