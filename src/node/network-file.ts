import { existsSync } from 'node:fs';
import { type Fault, InputError, inputError } from '../spec/input-error.ts';
import type { Network } from '../spec/network.ts';
import { nearest, parseNetwork } from '../spec/parse.ts';
import { quoted } from '../spec/path-text.ts';
import { repeatedFields } from '../spec/repeated-fields.ts';
import { readText } from './read-text.ts';
import { networkNames, networkTemplate } from './templates.ts';

/**
 * Reads a network: a ready-made one by its name, or a network file by its path.
 *
 * @param otherMeaning says of a word that is neither what else it may have been meant for
 * @throws InputError when there is none, it cannot be read, its JSON does not parse (with line and column), or it has faults, a field that stands twice among them
 */
export async function readNetwork(
  nameOrPath: string,
  otherMeaning: (word: string) => string | undefined = () => undefined,
): Promise<Network> {
  if (networkNames().includes(nameOrPath)) return parseNetwork(JSON.parse(networkTemplate(nameOrPath)), nameOrPath);
  if (!existsSync(nameOrPath)) {
    const meant = otherMeaning(nameOrPath);
    throw meant === undefined ? nothingThere(nameOrPath) : inputError(meant, quoted(nameOrPath));
  }
  const text = readText(nameOrPath);
  const value = await parseJson(text, nameOrPath);
  const repeated = repeatedFields(text);
  if (repeated.length === 0) return parseNetwork(value, nameOrPath);
  throw new InputError([...faultsOf(value), ...repeated], nameOrPath);
}

/** What else is wrong with a network file that has a field twice. */
function faultsOf(value: unknown): readonly Fault[] {
  try {
    parseNetwork(value);
    return [];
  } catch (error) {
    if (error instanceof InputError) return error.faults;
    throw error;
  }
}

function nothingThere(nameOrPath: string): InputError {
  if (/[\\/]|\.json$/i.test(nameOrPath))
    return inputError('there is no such network file; check the path.', nameOrPath);
  const names = networkNames();
  const near = nearest(nameOrPath, names);
  const hint = near ? `, did you mean "${near}"?` : ';';
  return inputError(
    `there is no ready-made network of this name${hint} There are: ${names.join(', ')}. A network file is given by its path.`,
    quoted(nameOrPath),
  );
}

/** Parses JSON; where it fails, a parser that counts lines says where. */
async function parseJson(text: string, path: string): Promise<unknown> {
  try {
    return JSON.parse(text) as unknown;
  } catch {
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
        .replace(/\b[LR]?(Brace|Bracket)\b|\bComma\b|\bColon\b/, mark);
      throw inputError(`is not JSON: ${reason}.`, line === undefined ? path : `${path}:${line}:${column}`);
    }
    throw inputError('is not JSON.', path);
  }
}

const marks: Readonly<Record<string, string>> = {
  LBrace: '{',
  RBrace: '}',
  LBracket: '[',
  RBracket: ']',
  Comma: ',',
  Colon: ':',
};

/** A token as it stands in the file. */
const mark = (token: string): string => marks[token] ?? token;
