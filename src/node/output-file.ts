import { accessSync, constants, existsSync, rmSync, statSync } from 'node:fs';
import { type FileHandle, open, rename } from 'node:fs/promises';
import { dirname } from 'node:path';
import { inputError } from '../network/input-error.ts';
import { backUp, isWorthBackingUp } from './backup.ts';
import { failureOf } from './failure.ts';
import { makeFolder, markOfUse, type OutputTarget, outputTargetOf, type Wanted } from './output-target.ts';
import { releaseBuffer } from './release-buffer.ts';
import { removeAbandoned, removeWhenStopped, unfinishedPath } from './unfinished.ts';
import { isUntouched } from './untouched.ts';

const workbook: Wanted = { example: 'network.xlsx', byName: '', byForce: '' };

/**
 * Makes sure that a workbook may be written before any work is done for it: its folder is made if need be, and nothing of a person's
 * is in the way.
 *
 * @param path of the workbook
 * @param force replace whatever file is there
 * @param wanted what is said of it where it cannot be
 * @throws InputError that says what is in the way
 * @example
 * await prepareOutput('out/class.xlsx', false);
 * const { bytes } = await generate(network);
 * await writeWhole('out/class.xlsx', bytes);
 */
export async function prepareOutput(path: string, force: boolean, wanted: Wanted = workbook): Promise<void> {
  const { target, there, stream } = prepareTarget(path, wanted);
  const otherwise = orReplace(wanted);
  if (force || there === undefined || stream) return;
  if (!isUntouched(target))
    throw inputError(
      `already exists and is not a workbook as this program wrote it, so it stays as it is; ${otherwise}.`,
      path,
    );
  const mark = markOfUse(target);
  if (mark !== undefined)
    throw inputError(`is open in another program, as ${mark} says; close it there, ${otherwise}.`, path);
  // That its folder lets it be replaced does not mean that it should be.
  if ((there.mode & 0o222) === 0) throw inputError(`is read-only, so it stays as it is; ${otherwise}.`, path);
}

/**
 * Makes sure that a text may be written: its folder is made if need be, and no file is in the way.
 *
 * @param force replace whatever file is there
 * @param wanted what is said of it where it cannot be
 * @throws InputError that says what is in the way
 */
export function prepareText(path: string, force: boolean, wanted: Wanted): void {
  const { there, stream } = prepareTarget(path, wanted);
  if (there !== undefined && !stream && !force)
    throw inputError(`already exists and stays as it is; ${orReplace(wanted)}.`, path);
}

/** What can be done where a file is in the way. */
const orReplace = ({ byName, byForce }: Wanted): string => `choose another name${byName}, or replace it${byForce}`;

/** Makes the folder of a file, and makes sure that a file can stand there. */
function prepareTarget(path: string, wanted: Wanted): OutputTarget {
  const folder = dirname(path);
  if (path !== '' && existsSync(folder) && !statSync(folder).isDirectory())
    throw inputError(`is a file, so nothing can be written into it; choose another folder${wanted.byName}.`, folder);
  const place = outputTargetOf(path, wanted);
  if (place.stream) return place;
  try {
    makeFolder(dirname(place.target));
    accessSync(dirname(place.target), constants.W_OK);
  } catch (error) {
    throw inputError(`cannot write into this folder: ${failureOf(error)}; choose another${wanted.byName}.`, folder);
  }
  return place;
}

/** What was written. */
export interface Written {
  /** The number of bytes. */
  readonly size: number;
  /** Under which name the file is kept that was there before; undefined where nothing would have been lost with it. */
  readonly backup: string | undefined;
}

/**
 * Writes a file whole or not at all: into a new file beside it, which then takes its name. A file that was there is kept beside it, unless
 * nothing would be lost with it. A symbolic link stays, and the file that it leads to is written. Pipes and devices are written into.
 *
 * @param pieces are used up: the memory of each goes back as soon as it is written
 * @throws InputError when the system refuses; the file that was there stays
 * @example
 * const { bytes } = await generate(network);
 * const { size, backup } = await writeWhole('class.xlsx', bytes);
 */
export function writeWhole(path: string, pieces: AsyncIterable<Uint8Array>): Promise<Written> {
  return writePieces(path, pieces, false);
}

async function writePieces(path: string, pieces: AsyncIterable<Uint8Array>, mayGo: boolean): Promise<Written> {
  try {
    const { target, stream } = outputTargetOf(path, workbook);
    if (stream) return { size: await writeInto(await open(path, 'w'), pieces), backup: undefined };
    return await replaceWhole(target, pieces, mayGo);
  } catch (error) {
    if (error instanceof Error && 'syscall' in error) throw inputError(`cannot be written: ${failureOf(error)}.`, path);
    throw error;
  }
}

/**
 * Writes a text whole or not at all, as {@link writeWhole} does.
 *
 * @param mayGo whether nothing would be lost with the file that is there, so that it need not be kept
 * @throws InputError when the system refuses; the file that was there stays
 * @example
 * await writeText('steps.md', explain(network));
 */
export const writeText = (path: string, text: string, mayGo = false): Promise<Written> =>
  writePieces(path, once(new TextEncoder().encode(text)), mayGo);

/** The same of bytes, which are used up. InputError when the system refuses; the file that was there stays. */
export const writeBytes = (path: string, bytes: Uint8Array): Promise<Written> => writeWhole(path, once(bytes));

async function* once(bytes: Uint8Array): AsyncGenerator<Uint8Array> {
  yield bytes;
}

async function replaceWhole(target: string, pieces: AsyncIterable<Uint8Array>, mayGo: boolean): Promise<Written> {
  removeAbandoned(target);
  const unfinished = unfinishedPath(target);
  const release = removeWhenStopped(unfinished);
  try {
    const size = await writeInto(await open(unfinished, 'wx'), pieces, modeOf(target));
    return { size, backup: await putInPlace(unfinished, target, mayGo) };
  } catch (error) {
    rmSync(unfinished, { force: true });
    throw error;
  } finally {
    release();
  }
}

/** Who may read and write the file that is there; undefined where there is none. */
function modeOf(target: string): number | undefined {
  const there = statSync(target, { throwIfNoEntry: false });
  return there === undefined ? undefined : there.mode & 0o777;
}

/** Gives a finished file its name. @returns the name of the copy of the file that was there, where it is worth one */
async function putInPlace(finished: string, target: string, mayGo: boolean): Promise<string | undefined> {
  // Looked at only now: a person may have saved the file while this program was at work.
  const there = statSync(target, { throwIfNoEntry: false });
  const worth = there !== undefined && !mayGo && isWorthBackingUp(target, there, finished);
  const copy = worth ? backUp(target) : undefined;
  try {
    await rename(finished, target);
  } catch (error) {
    copy?.undo();
    throw error;
  }
  return copy?.backup;
}

/** Writes all pieces and closes the file. @returns the number of bytes */
async function writeInto(file: FileHandle, pieces: AsyncIterable<Uint8Array>, mode?: number): Promise<number> {
  let size = 0;
  try {
    for await (const bytes of inBlocks(pieces)) {
      size += await writeAll(file, bytes);
      for (const each of bytes) releaseBuffer(each);
    }
    if (mode !== undefined) await file.chmod(mode);
  } finally {
    await file.close();
  }
  return size;
}

/** Writes pieces in a row. Where the disk fills up the system writes what it can and says so only when it is asked for more. */
async function writeAll(file: FileHandle, pieces: readonly Uint8Array[]): Promise<number> {
  const size = pieces.reduce((sum, { length }) => sum + length, 0);
  const { bytesWritten } = await file.writev(pieces);
  if (bytesWritten < size) await file.writeFile(Buffer.concat(pieces).subarray(bytesWritten));
  return size;
}

/** A disk likes few large blocks better than many small ones. */
const BLOCK = 1_000_000;

async function* inBlocks(pieces: AsyncIterable<Uint8Array>): AsyncGenerator<readonly Uint8Array[]> {
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
