import { inputError } from '../network/input-error.ts';
import { nearest } from '../network/nearest.ts';
import { inQuotes } from '../network/path-text.ts';
import { checkOptions } from './check-options.ts';
import { exerciseOptions } from './exercise-options.ts';
import { explainOptions } from './explain.ts';
import { generateOptions } from './generate.ts';
import { initOptions } from './init.ts';
import { commandNames, NAME } from './options.ts';

type CommandName = (typeof commandNames)[number];

/** The options of the commands, by name. */
const optionsOf: Readonly<Record<CommandName, Readonly<Record<string, object>>>> = {
  generate: generateOptions,
  exercise: exerciseOptions,
  explain: explainOptions,
  check: checkOptions,
  networks: {},
  init: initOptions,
};

/** Flags that stand alone. */
const switches: readonly string[] = [
  ...Object.values(optionsOf).flatMap((options) =>
    Object.entries(options).flatMap(([name, option]) => ('type' in option && option.type === 'boolean' ? [name] : [])),
  ),
  ...['help', 'version', 'h'],
];

/**
 * Refuses values of flags that stand alone, which yargs would take for false, whatever they say.
 *
 * @throws InputError that names the flag
 */
export function refuseSwitchValues(words: readonly string[]): void {
  const end = words.indexOf('--');
  for (const word of end === -1 ? words : words.slice(0, end)) {
    const [, flag = '', value = ''] = /^--?([\w-]+)=(.*)$/s.exec(word) ?? [];
    if (switches.includes(flag) && !['true', 'false'].includes(value))
      throw inputError(`stands alone, without ${inQuotes(value)}; leave that out.`, `--${flag}`);
  }
}

/**
 * What yargs says of misuse, with the nearest flag or command that there is.
 *
 * @param words what the program was given
 */
export function plainUsage(message: string, words: readonly string[]): string {
  const unknown = /^Unknown arguments?: (.*)$/s.exec(message)?.[1]?.split(', ')[0];
  if (unknown === undefined) return `${message.replace(/\.$/, '')}; see ${NAME} --help.`;
  const [first = ''] = words;
  const named = commandNames.find((name) => words.includes(name));
  // A word before the unknown one that is nearly a command was meant for it.
  const command = named === undefined && first !== unknown ? nearest(first, commandNames) : undefined;
  if (command !== undefined)
    return `there is no command ${inQuotes(first)}; did you mean ${command}? See ${NAME} --help.`;
  const near = nearest(unknown, [...Object.keys(optionsOf[named ?? 'generate']), 'help', 'version']);
  return `there is no option or command ${inQuotes(unknown)}; ${near ? `did you mean --${near}? See` : 'see'} ${NAME} --help.`;
}
