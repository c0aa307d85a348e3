import { lstatSync, mkdirSync, readlinkSync, realpathSync, type Stats, statSync } from 'node:fs';
import { basename, dirname, join, resolve, sep } from 'node:path';
import { inputError } from '../network/input-error.ts';
import { failureOf } from './failure.ts';

/** What is to be written, and how whoever asks for it can ask otherwise. */
export interface Wanted {
  /** An example of a name. */
  readonly example: string;
  /** How the name has to end, such as `.xlsx`, the usual ending first; as it likes if left out. A pipe or a device need not. */
  readonly endings?: readonly string[];
  /** How the name is given, and how that a file that is there be replaced; each with a space before it, empty where there is nothing to say. */
  readonly byName: string;
  readonly byForce: string;
}

/** The place that output goes to. */
export interface OutputTarget {
  /** The file itself; where the path leads through symbolic links, the one at their end. */
  readonly target: string;
  /** What is there already. */
  readonly there: Stats | undefined;
  /** Whether it is written into, as a pipe or a device is, and not replaced. */
  readonly stream: boolean;
}

/** Symbolic links that lead on to others; Linux follows as many. */
const MOST_LINKS = 40;

/**
 * Finds out where a path leads.
 *
 * @throws InputError when nothing can be written there
 */
export function outputTargetOf(path: string, wanted: Wanted): OutputTarget {
  const { example, byName } = wanted;
  if (path === '')
    throw inputError(`The name of the file is empty; name one, such as ${example}${byName && `,${byName}`}.`);
  const target = endOfLinks(path);
  const there = statusIfPossible(target, path);
  if (there?.isDirectory() || path.endsWith('/') || path.endsWith(sep))
    throw inputError(`is a folder; name a file, such as ${example}${byName && `,${byName}`}.`, path);
  if (there?.isBlockDevice() || there?.isSocket())
    throw inputError(`is no file but a ${there.isSocket() ? 'socket' : 'disk'}; choose another name${byName}.`, path);
  const stream = there !== undefined && !there.isFile();
  if (!stream) checkEnding(path, wanted);
  return { target, there, stream };
}

/** Endings that are replaced where another one is needed; whatever else follows a point may be a part of the name. */
const KNOWN = /\.(?:xls|xlsx|xlsm|xlsb|xlt|ods|csv|json|md|markdown|txt|pdf|html?|docx?)$/i;

/** Refuses a name by which programs would not know what the file is. */
function checkEnding(path: string, { endings = [], byName }: Wanted): void {
  const [usual = ''] = endings;
  const name = basename(path);
  if (usual === '' || endings.some((ending) => name.length > ending.length && name.toLowerCase().endsWith(ending)))
    return;
  const better = `${name.replace(KNOWN, '') || 'name'}${usual}`;
  throw inputError(`must end in ${endings.join(' or ')}; name the file ${better}${byName}.`, path);
}

/** What is at a path, if anything. @throws Error of the system where there can be nothing */
function statusOf(path: string): Stats | undefined {
  try {
    return statSync(path);
  } catch (error) {
    if (isCode(error, 'ENOENT') || isCode(error, 'ENOTDIR')) return undefined;
    throw error;
  }
}

function statusIfPossible(target: string, path: string): Stats | undefined {
  try {
    return statusOf(target);
  } catch (error) {
    throw inputError(`cannot be written: ${failureOf(error)}.`, path);
  }
}

/** The path behind symbolic links, which need not lead to a file that is there. What lies in /proc is no such path and stays. */
function endOfLinks(path: string): string {
  let end = path;
  for (let k = 0; k < MOST_LINKS; k++) {
    const link = linkAt(end);
    if (link === undefined) return end;
    // A link of /proc to a pipe, such as /dev/stdout: it names nothing, but opens.
    if (/^(?:pipe|socket|anon_inode):/.test(link)) return end;
    end = resolve(realpathSync(dirname(end)), link);
  }
  throw inputError('is a symbolic link that leads round in a circle; choose another name.', path);
}

function linkAt(path: string): string | undefined {
  try {
    return lstatSync(path).isSymbolicLink() ? readlinkSync(path) : undefined;
  } catch {
    return undefined;
  }
}

/** Whether the system's answer has this code. */
export const isCode = (error: unknown, code: string): boolean =>
  error instanceof Error && 'code' in error && error.code === code;

/** Makes a folder and those above it. Node's own recursive mkdir never returns on Linux's /proc. */
export function makeFolder(folder: string): void {
  if (statusOf(folder) !== undefined) return;
  if (dirname(folder) !== folder) makeFolder(dirname(folder));
  try {
    mkdirSync(folder);
  } catch (error) {
    // Another run may have made it in the meantime.
    if (!isCode(error, 'EEXIST') || statusOf(folder)?.isDirectory() !== true) throw error;
  }
}

/** The names that spreadsheet programs give to the file by which they mark a workbook as open: LibreOffice's, and Excel's. */
const marksOf = (name: string): readonly string[] => [`.~lock.${name}#`, `~$${name}`];

/** The file that marks a workbook as open in a spreadsheet program, if there is one. */
export const markOfUse = (target: string): string | undefined =>
  marksOf(basename(target))
    .map((name) => join(dirname(target), name))
    .find((path) => statusOf(path) !== undefined);
