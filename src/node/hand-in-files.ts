import { closeSync, fstatSync, openSync, readdirSync, readSync, statSync } from 'node:fs';
import { basename, extname, join, resolve } from 'node:path';
import { inputError } from '../network/input-error.ts';
import { type Archive, openArchive, type ZipSource } from '../unzip/archive.ts';
import { ZipFault } from '../unzip/fault.ts';
import { failureOf } from './failure.ts';
import { MOST_BYTES, readUntrusted, type UntrustedFile } from './untrusted-file.ts';

/** Where the bytes of a handed-in file are. */
export type HandInPlaceOnDisk =
  | { readonly path: string; readonly entry?: undefined }
  /** In an archive, under this name. */
  | { readonly path: string; readonly entry: string };

/** A file that was handed in. */
export interface HandInFile {
  /** Its path within what was downloaded, with `/` between its parts. */
  readonly path: string;
  readonly modified: number;
  readonly place: HandInPlaceOnDisk;
}

/** What was found, and what could not be looked at, each in a sentence. */
export interface HandInFiles {
  readonly files: readonly HandInFile[];
  readonly problems: readonly string[];
}

/** The most files of a class, and folders within folders. */
const MOST_FILES = 50_000;
const MOST_DEPTH = 24;

/** The most characters of a path in an archive; longer ones are of nobody's making. */
const MOST_PATH = 600;

/** What of a path the platform's layout is known by, though it stands at its beginning. */
const MEANINGFUL = /^(?:.*-submissions|submitted)$/;

/** Whether a path is of a folder, or of an archive of hand-ins and not of a workbook, which is one too. */
export function isCollection(path: string): boolean {
  const status = statSync(path, { throwIfNoEntry: false });
  return status?.isDirectory() === true || (status?.isFile() === true && extname(path).toLowerCase() === '.zip');
}

/**
 * Lists what is in folders, archives and files. Symbolic links to folders are not followed.
 *
 * @throws InputError where one does not exist
 */
export function handInFiles(paths: readonly string[]): HandInFiles {
  const files: HandInFile[] = [];
  const problems: string[] = [];
  for (const path of paths) {
    const status = statSync(path, { throwIfNoEntry: false });
    if (status === undefined) throw inputError('does not exist; check the path.', path);
    if (status.isDirectory()) {
      const name = basename(resolve(path));
      walk(path, MEANINGFUL.test(name) ? `${name}/` : '', 0, files, problems);
    } else if (isCollection(path)) {
      try {
        files.push(...archived(path));
      } catch (error) {
        problems.push(`${path}: ${whyNoArchive(error)}`);
      }
    } else files.push({ path: basename(path), modified: Math.floor(status.mtimeMs / 1000), place: { path } });
  }
  if (files.length > MOST_FILES)
    problems.push(`There are more than ${MOST_FILES.toLocaleString('en')} files; only so many are looked at.`);
  return { files: files.slice(0, MOST_FILES), problems };
}

function walk(folder: string, within: string, depth: number, files: HandInFile[], problems: string[]): void {
  try {
    for (const entry of readdirSync(folder, { withFileTypes: true }).sort((a, b) => (a.name < b.name ? -1 : 1))) {
      if (files.length > MOST_FILES) return;
      const path = join(folder, entry.name);
      if (entry.isDirectory() && depth < MOST_DEPTH) walk(path, `${within}${entry.name}/`, depth + 1, files, problems);
      else if (entry.isFile())
        files.push({
          path: `${within}${entry.name}`,
          // What was unpacked together has the same second.
          modified: Math.floor(statSync(path).mtimeMs / 1000),
          place: { path },
        });
    }
  } catch (error) {
    problems.push(`${folder}: cannot be read: ${failureOf(error)}.`);
  }
}

/** The files of an archive. Paths that would lead out of it are left out. */
function archived(path: string): readonly HandInFile[] {
  return withArchive(path, ({ names, modified }) =>
    names.flatMap((name) => {
      const parts = name.split('/');
      return name.length > MOST_PATH ||
        name.endsWith('/') ||
        name.startsWith('/') ||
        parts.includes('..') ||
        /^[A-Za-z]:/.test(name)
        ? []
        : [{ path: name, modified: modified(name), place: { path, entry: name } }];
    }),
  );
}

function withArchive<T>(path: string, use: (archive: Archive) => T): T {
  const file = openSync(path, 'r');
  try {
    return use(openArchive(sourceOf(file), { entries: 65_534, part: MOST_BYTES, ratio: 400, ratioFrom: 1_000_000 }));
  } finally {
    closeSync(file);
  }
}

const sourceOf = (file: number): ZipSource => ({
  size: fstatSync(file).size,
  bytes: (from, count) => {
    // No directory is larger, and no file that is read.
    if (count > 4 * MOST_BYTES) throw new ZipFault('too large');
    const bytes = new Uint8Array(count);
    return bytes.subarray(0, readSync(file, bytes, 0, count, from));
  },
});

function whyNoArchive(error: unknown): string {
  if (!(error instanceof ZipFault)) return `cannot be read: ${failureOf(error)}.`;
  return error.kind === 'protected'
    ? 'is protected by a password; unpack it first.'
    : `is ${error.kind === 'broken' ? 'a broken' : 'too large an'} archive; unpack it with another program first.`;
}

/** The bytes of a handed-in file, or why they cannot be read, in a sentence. */
export function readHandedIn({ path, entry }: HandInPlaceOnDisk): UntrustedFile {
  if (entry === undefined) return readUntrusted(path);
  try {
    const bytes = withArchive(path, ({ read }) => read(entry));
    return bytes === undefined ? { why: 'The archive does not hold it any more.' } : { bytes };
  } catch (error) {
    if (error instanceof ZipFault && error.kind === 'too large')
      return { why: `The file is too large; at most ${MOST_BYTES / 1e6} MB are read.` };
    return { why: `The file in the archive ${whyNoArchive(error)}` };
  }
}
