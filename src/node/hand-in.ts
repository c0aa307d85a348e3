import { readFileSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { handInPaths } from '../hand-in/files.ts';
import { isAsMade, sealsOf, withRemarksOf } from '../hand-in/remarks.ts';
import { type Fault, InputError, inputError } from '../network/input-error.ts';
import type { HandIn } from '../pipeline/hand-in.ts';
import { failureOf } from './failure.ts';
import { prepareOutput, prepareText, writeText, writeWhole } from './output-file.ts';
import type { Wanted } from './output-target.ts';

/** What was written of a hand-in. */
export interface WrittenHandIn {
  /** Paths with their bytes. */
  readonly files: readonly { readonly path: string; readonly bytes: number }[];
  /** Of files that a person had changed: the path, and the name under which the old one is kept. */
  readonly backups: readonly { readonly path: string; readonly backup: string }[];
}

const unnamed: Wanted = { example: '', byName: '', byForce: '' };

/**
 * Writes a hand-in into a folder. What a person wrote into the place for remarks is kept; pictures of an older hand-in that are not
 * among the new ones are removed.
 *
 * @param force replace files that a person has changed, each kept as .bak
 * @param wanted what is said of files where they cannot be
 * @throws InputError that names every file in the way, before anything is written, or says what the system refuses
 * @example
 * await writeHandIn('hand-in', await handIn(network), false);
 */
export async function writeHandIn(
  folder: string,
  { texts, workbook }: HandIn,
  force: boolean,
  wanted: Wanted = unnamed,
): Promise<WrittenHandIn> {
  const old = textAt(join(folder, handInPaths.page)) ?? '';
  const page = { path: handInPaths.page, text: old };
  const isOurs = (path: string, there: string): boolean => isAsMade(path, there, page);
  const inTheWay = [...texts].flatMap(([path, text]): readonly string[] => {
    const there = textAt(join(folder, path));
    return there === undefined || there === text || isOurs(path, there) ? [] : [path];
  });
  if (!force && inTheWay.length > 0) throw new InputError(inTheWay.map((path) => fault(join(folder, path), wanted)));
  for (const path of texts.keys()) prepareText(join(folder, path), true, wanted);
  await prepareOutput(join(folder, workbook.path), force, wanted);

  const files: { path: string; bytes: number }[] = [];
  const backups: { path: string; backup: string }[] = [];
  const noted = (
    path: string,
    { size, backup }: { readonly size: number; readonly backup: string | undefined },
  ): void => {
    files.push({ path, bytes: size });
    if (backup !== undefined) backups.push({ path, backup });
  };
  // The page last: by its digests the other files are known.
  for (const [path, text] of [...texts].reverse()) {
    const whole = path === page.path ? withRemarksOf(text, old) : text;
    const full = join(folder, path);
    if (path === page.path) noted(workbook.path, await writeWhole(join(folder, workbook.path), workbook.bytes));
    noted(path, await writeText(full, whole, !inTheWay.includes(path)));
  }
  removeStale(folder, texts, page);
  return { files: files.reverse(), backups };
}

const fault = (path: string, { byName, byForce }: Wanted): Fault => ({
  path,
  message: `was not made by this program, or was changed since, so it stays as it is; choose another folder${byName}, or replace it${byForce}.`,
});

/** The text of the file at a path; undefined where there is none. */
function textAt(path: string): string | undefined {
  try {
    // A pipe might never end.
    return statSync(path, { throwIfNoEntry: false })?.isFile() !== true ? undefined : readFileSync(path, 'utf8');
  } catch (error) {
    throw inputError(`cannot be read: ${failureOf(error)}.`, path);
  }
}

/** Pictures, and steps, of the hand-in that was there before, which nobody has changed. */
function removeStale(
  folder: string,
  texts: ReadonlyMap<string, string>,
  page: { readonly path: string; readonly text: string },
): void {
  for (const path of sealsOf(page.text).keys()) {
    if (texts.has(path) || !/^(?:pictures\/[\w.+-]+\.svg|steps\.md)$/.test(path)) continue;
    const there = textAt(join(folder, path));
    if (there !== undefined && isAsMade(path, there, page)) rmSync(join(folder, path), { force: true });
  }
}
