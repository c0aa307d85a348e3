import { basename } from 'node:path';
import { setNames } from '../data/sets/index.ts';
import { networkNames } from '../network/ready-made.ts';
import type { NetworkSource } from '../network/source.ts';
import { flagOf } from './flags.ts';
import type { NetworkArguments } from './network-options.ts';

/** What makes another network of one, in the order in which it is written. */
const NAMED = [
  ...(['data', 'targets', 'samples', 'noise', 'dataSeed', 'test', 'standardise'] as const),
  ...(['hidden', 'activation', 'biases', 'loss', 'batch', 'optimizer'] as const),
  ...(['weightDecay', 'l1', 'schedule', 'warmUp', 'compare', 'seed'] as const),
] as const;

/** How the command line came to a network; of the path of a file nothing but its name, for a workbook goes to others. */
export function sourceOfCommand(nameOrPath: string, given: NetworkArguments): NetworkSource {
  const isReady = networkNames().includes(nameOrPath);
  const name = isReady ? nameOrPath : fileName(nameOrPath);
  const options = NAMED.flatMap((option) => {
    const value = given[option];
    if (value === undefined || value === false) return [];
    if (value === true) return [flagOf(option)];
    const words = [value].flat();
    return [flagOf(option), ...(option === 'data' ? words.map(fileName) : words).map(quoted)];
  });
  const table = given.data === undefined || isSet(given.data) ? [] : [fileName(given.data)];
  const files = [...(isReady ? [] : [name]), ...table];
  return {
    words: [quoted(name), ...options].join(' '),
    set: (given.set ?? []).map((text) => text.split('=')[0]?.trim() ?? ''),
    ...(files.length === 0 ? {} : { file: files.join(' and ') }),
  };
}

const isSet = (word: string): boolean => setNames.some((set) => set === word);

/** The name of a file without its folders; words that are no path stay as they are. */
const fileName = (path: string): string => basename(path);

/** A word for the command line, in quotes where it needs them. */
const quoted = (word: string): string =>
  /^[\w.,@%+=:-]+$/.test(word) ? word : `"${word.replace(/["\\$`]/g, (sign) => `\\${sign}`)}"`;
