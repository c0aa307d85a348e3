import { existsSync, readFileSync } from 'node:fs';
import { type InputError, inputError } from '../spec/input-error.ts';
import type { Network } from '../spec/network.ts';
import { nearest, parseNetwork } from '../spec/parse.ts';
import { failureOf } from './failure.ts';
import { networkNames, networkTemplate } from './templates.ts';

/**
 * Reads a network: a ready-made one by its name, or a network file by its path.
 *
 * @throws InputError when there is none, it cannot be read, its JSON does not parse (with line and column), or it has faults
 */
export async function readNetwork(nameOrPath: string): Promise<Network> {
  if (networkNames().includes(nameOrPath)) return parseNetwork(JSON.parse(networkTemplate(nameOrPath)), nameOrPath);
  if (!existsSync(nameOrPath)) throw nothingThere(nameOrPath);
  return parseNetwork(await parseJson(readText(nameOrPath), nameOrPath), nameOrPath);
}

function nothingThere(nameOrPath: string): InputError {
  if (/[\\/]|\.json$/i.test(nameOrPath))
    return inputError('there is no such network file; check the path.', nameOrPath);
  const names = networkNames();
  const near = nearest(nameOrPath, names);
  const hint = near ? `, did you mean "${near}"?` : ';';
  return inputError(
    `there is no ready-made network of this name${hint} There are: ${names.join(', ')}. A network file is given by its path.`,
    `"${nameOrPath}"`,
  );
}

function readText(path: string): string {
  try {
    return readFileSync(path, 'utf8').replace(/^\uFEFF/, '');
  } catch (error) {
    throw inputError(`cannot be read: ${failureOf(error)}.`, path);
  }
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
