import { existsSync } from 'node:fs';
import type { Data } from '../data/data.ts';
import { placeInTable } from '../network/data-field.ts';
import { elsewhere, InputError, inputError } from '../network/input-error.ts';
import { nearest } from '../network/nearest.ts';
import type { Network } from '../network/network.ts';
import { networkOfText } from '../network/network-of-text.ts';
import { parseNetwork } from '../network/parse.ts';
import { inQuotes } from '../network/path-text.ts';
import { networkNames, networkTemplate } from '../network/ready-made.ts';
import { readText } from './read-text.ts';
import { withTable } from './table-file.ts';

/** Characters beyond which the parser that counts lines would take too much memory. */
const MOST_COUNTED = 1_000_000;

/**
 * Reads a network: a ready-made one by its name, or a network file by its path, and the table that it names.
 *
 * @param otherMeaning says of a word that is neither what else it may have been meant for
 * @throws InputError when there is none, it cannot be read, its JSON does not parse (with line and column), or it has faults, a field that stands twice among them
 * @example
 * const xor = await readNetwork('xor'); // or the path of a network file
 */
export async function readNetwork(
  nameOrPath: string,
  otherMeaning: (word: string) => string | undefined = () => undefined,
): Promise<Network> {
  if (networkNames().includes(nameOrPath)) return parseNetwork(JSON.parse(networkTemplate(nameOrPath)), nameOrPath);
  if (!existsSync(nameOrPath)) {
    const meant = otherMeaning(nameOrPath);
    throw meant === undefined ? nothingThere(nameOrPath) : inputError(meant, inQuotes(nameOrPath));
  }
  const text = readText(nameOrPath);
  const network = parsedFile(text, nameOrPath);
  return network ?? (await whyNoJson(text, nameOrPath));
}

/** The network of a file's text, whose faults in the numbers of a table stand at its lines. */
function parsedFile(text: string, path: string): Network | undefined {
  const read: { table?: Data | undefined } = {};
  const complete = (value: unknown): unknown => {
    const whole = withTable(value, path);
    read.table = whole.table;
    return whole.value;
  };
  try {
    return networkOfText(text, path, complete);
  } catch (error) {
    const { table } = read;
    if (table === undefined || !(error instanceof InputError)) throw error;
    throw elsewhere(error, (place) => placeInTable(table, place) ?? `${path}: ${place}`);
  }
}

function nothingThere(nameOrPath: string): InputError {
  if (/[\\/]|\.json$/i.test(nameOrPath))
    return inputError(`there is no such network file; ${withoutEnding(nameOrPath) ?? 'check the path'}.`, nameOrPath);
  const names = networkNames();
  const near = nearest(nameOrPath, names);
  const hint = near ? `; did you mean "${near}"?` : '.';
  return inputError(
    `there is no ready-made network of this name${hint} There are: ${names.join(', ')}. A network file is given by its path.`,
    inQuotes(nameOrPath),
  );
}

/** Says of a file that is not there that its name is that of a ready-made network. */
const withoutEnding = (path: string): string | undefined => {
  const name = path.replace(/\.json$/i, '');
  return networkNames().includes(name) ? `the ready-made network is called ${name}` : undefined;
};

/** Says where a text is not JSON, by a parser that counts lines. */
async function whyNoJson(text: string, path: string): Promise<never> {
  if (text.length > MOST_COUNTED) throw inputError('is not JSON.', path);
  const { parse } = await import('@humanwhocodes/momoa');
  try {
    parse(text);
  } catch (error) {
    const { line, column } = error as { line?: number; column?: number };
    // Brackets within brackets, too deep for the parser that counts lines.
    if (error instanceof RangeError) throw inputError('is not JSON: it has too many brackets within brackets.', path);
    const message = error instanceof Error ? error.message : String(error);
    const reason = message
      .replace(/\.?\s*\(\d+:\d+\)$/, '')
      .replace(/\b[LR]?(Brace|Bracket)\b|\bComma\b|\bColon\b/, (token) => marks.get(token) ?? token);
    throw inputError(`is not JSON: ${reason}.`, line === undefined ? path : `${path}:${line}:${column}`);
  }
  throw inputError('is not JSON.', path);
}

/** Tokens as they stand in the file. */
const marks: ReadonlyMap<string, string> = new Map([
  ['LBrace', '{'],
  ['RBrace', '}'],
  ['LBracket', '['],
  ['RBracket', ']'],
  ['Comma', ','],
  ['Colon', ':'],
]);
