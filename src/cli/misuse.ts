import { nearest } from '../index.ts';
import { checkOptions } from './check-options.ts';
import { exerciseOptions } from './exercise.ts';
import { explainOptions } from './explain.ts';
import { generateOptions } from './generate.ts';
import { initOptions } from './init.ts';
import { NAME } from './options.ts';

/** The options of the commands, by name. */
const optionsOf: Readonly<Record<string, readonly string[]>> = {
  generate: Object.keys(generateOptions),
  exercise: Object.keys(exerciseOptions),
  explain: Object.keys(explainOptions),
  check: Object.keys(checkOptions),
  networks: [],
  init: Object.keys(initOptions),
};

/**
 * What yargs says of misuse, with the nearest flag that the command has.
 *
 * @param words what the program was given
 */
export function plainUsage(message: string, words: readonly string[]): string {
  const unknown = /^Unknown arguments?: (.*)$/.exec(message)?.[1]?.split(', ')[0];
  if (unknown === undefined) return `${message.replace(/\.$/, '')}; see ${NAME} --help.`;
  const command = words.find((word) => Object.hasOwn(optionsOf, word)) ?? 'generate';
  const options = optionsOf[command] ?? [];
  const near = nearest(unknown, [...options, 'help', 'version']);
  return `there is no option or command "${unknown}"; ${near ? `did you mean --${near}? See` : 'see'} ${NAME} --help.`;
}
