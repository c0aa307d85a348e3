import { randomUUID } from 'node:crypto';
import { accessSync, constants, existsSync, mkdirSync, rmSync, statSync } from 'node:fs';
import { open, rename } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { inputError } from '../spec/input-error.ts';
import { failureOf } from './failure.ts';
import { isUntouched } from './untouched.ts';

/**
 * Makes sure that a workbook may be written before any work is done for it: its folder is made if need be, and nothing of a person's
 * is in the way.
 *
 * @param force replace whatever file is there
 * @throws InputError that says what is in the way
 */
export async function prepareOutput(path: string, force: boolean): Promise<void> {
  preparePlace(path, 'network.xlsx');
  if (existsSync(path) && !force && !(await isUntouched(path)))
    throw inputError(
      'already exists and is not a workbook as this program wrote it, so it stays as it is; ' +
        'choose another name with --output, or replace it with --force.',
      path,
    );
}

/**
 * Makes sure that a text may be written: its folder is made if need be, and no file is in the way.
 *
 * @param force replace whatever file is there
 * @throws InputError that says what is in the way
 */
export function prepareText(path: string, force: boolean): void {
  preparePlace(path, 'steps.md');
  if (existsSync(path) && !force)
    throw inputError(
      'already exists and stays as it is; choose another name with --output, or replace it with --force.',
      path,
    );
}

/** Makes the folder of a file, and makes sure that a file can stand there. @param example of a file's name */
function preparePlace(path: string, example: string): void {
  const folder = dirname(path);
  if (existsSync(folder) && !statSync(folder).isDirectory())
    throw inputError('is a file, so nothing can be written into it; choose a folder with --output.', folder);
  try {
    makeFolder(folder);
    accessSync(folder, constants.W_OK);
  } catch (error) {
    throw inputError(`cannot write into this folder: ${failureOf(error)}; choose another with --output.`, folder);
  }
  if (existsSync(path) && statSync(path).isDirectory())
    throw inputError(`is a folder; name a file, such as ${example}, with --output.`, path);
}

/** Makes a folder and those above it. Node's own recursive mkdir never returns on Linux's /proc. */
export function makeFolder(folder: string): void {
  if (existsSync(folder)) return;
  makeFolder(dirname(folder));
  mkdirSync(folder);
}

/**
 * Writes a file whole or not at all: into a new file beside it, which then takes its name.
 *
 * @returns the number of bytes written
 * @throws InputError when the system refuses; the file that was there stays
 */
export async function writeWhole(path: string, pieces: AsyncIterable<Uint8Array>): Promise<number> {
  const unfinished = join(dirname(path), `.${basename(path).slice(0, 100)}.${randomUUID()}.part`);
  const release = removeWhenStopped(unfinished);
  let size = 0;
  try {
    const file = await open(unfinished, 'wx');
    try {
      for await (const bytes of inBlocks(pieces)) {
        await file.writev(bytes);
        size += bytes.reduce((sum, { length }) => sum + length, 0);
      }
    } finally {
      await file.close();
    }
    await rename(unfinished, path);
    return size;
  } catch (error) {
    rmSync(unfinished, { force: true });
    if (error instanceof Error && 'syscall' in error) throw inputError(`cannot be written: ${failureOf(error)}.`, path);
    throw error;
  } finally {
    release();
  }
}

const STOPPING = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;

/** Has a file removed when a person or the system stops the program, which then ends as it would have. @returns takes that back */
function removeWhenStopped(path: string): () => void {
  const release = (): void => {
    for (const signal of STOPPING) process.removeListener(signal, remove);
  };
  const remove = (signal: NodeJS.Signals): void => {
    rmSync(path, { force: true });
    release();
    process.kill(process.pid, signal);
  };
  for (const signal of STOPPING) process.once(signal, remove);
  return release;
}

/** A disk likes few large blocks better than many small ones. */
const BLOCK = 1_000_000;

async function* inBlocks(pieces: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array[]> {
  let block: Uint8Array[] = [];
  let size = 0;
  for await (const bytes of pieces) {
    block.push(bytes);
    size += bytes.length;
    if (size < BLOCK) continue;
    yield block;
    block = [];
    size = 0;
  }
  yield block;
}
