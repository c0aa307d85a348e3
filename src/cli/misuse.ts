import { inputError } from '../network/input-error.ts';
import { nearest } from '../network/nearest.ts';
import { inQuotes, visible } from '../network/path-text.ts';
import { checkOptions } from './check-options.ts';
import { exerciseOptions } from './exercise-options.ts';
import { explainOptions } from './explain.ts';
import { generateOptions } from './generate.ts';
import { handInOptions } from './hand-in-options.ts';
import { initOptions } from './init.ts';
import { commandNames, NAME } from './options.ts';
import { pageOptions } from './page.ts';

type CommandName = (typeof commandNames)[number];

/** The options of the commands, by name. */
const optionsOf: Readonly<Record<CommandName, Readonly<Record<string, object>>>> = {
  generate: generateOptions,
  exercise: exerciseOptions,
  'hand-in': handInOptions,
  explain: explainOptions,
  check: checkOptions,
  networks: {},
  init: initOptions,
  page: pageOptions,
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
  const valueless = /^Not enough arguments following: (.*)$/.exec(message)?.[1];
  if (valueless !== undefined) return `${dashed(nameOf(valueless))} needs a value; see ${NAME} --help.`;
  if (message.startsWith('Not enough non-option arguments'))
    return `check needs a workbook to judge; write ${NAME} check mine.xlsx.`;
  const unknown = /^Unknown arguments?: (.*)$/s.exec(message)?.[1]?.split(', ')[0];
  return unknown === undefined ? `${message.replace(/\.$/, '')}; see ${NAME} --help.` : unknownWord(unknown, words);
}

/** What to say of a word or a flag that nothing is known of. */
function unknownWord(unknown: string, words: readonly string[]): string {
  const [first = ''] = words;
  const named = commandNames.find((name) => words.includes(name));
  // A word before the unknown one that is nearly a command was meant for it.
  const command = named === undefined && first !== unknown ? nearest(first, commandNames) : undefined;
  if (command !== undefined)
    return `there is no command ${inQuotes(first)}; did you mean ${command}? See ${NAME} --help.`;
  if (words.includes(unknown))
    return `${inQuotes(unknown)} is one word too many after ${named ?? 'generate'}; see ${NAME} --help.`;
  const near = nearest(unknown, [...Object.keys(optionsOf[named ?? 'generate']), 'help', 'version']);
  if (near !== undefined && near !== unknown)
    return `there is no option ${inQuotes(unknown)}; did you mean --${near}? See ${NAME} --help.`;
  if (unknown.toLowerCase() === 'v') return `there is no option ${inQuotes(unknown)}; did you mean --version?`;
  const others = commandNames.filter((name) => Object.hasOwn(optionsOf[name], nameOf(unknown, name)));
  const where = others.length === 0 ? 'see' : `only ${inWords(others)} ${others.length === 1 ? 'has' : 'have'} it; see`;
  return `there is no option ${dashed(unknown)}${named === undefined ? '' : ` of ${named}`}; ${where} ${NAME} ${named === undefined ? '' : `${named} `}--help.`;
}

/** The name of a flag that may be given by its letter. */
function nameOf(flag: string, command?: CommandName): string {
  const options = command === undefined ? Object.values(optionsOf) : [optionsOf[command]];
  const found = options
    .flatMap((each) => Object.entries(each))
    .find(([, option]) => 'alias' in option && option.alias === flag);
  return found?.[0] ?? flag;
}

/** A flag as it is typed: -n, --iterations. */
const dashed = (flag: string): string => visible(`${flag.length === 1 ? '-' : '--'}${flag}`);

const inWords = (names: readonly string[]): string =>
  names.length < 2 ? names.join('') : `${names.slice(0, -1).join(', ')} and ${names.at(-1)}`;
