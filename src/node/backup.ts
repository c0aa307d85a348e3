import { constants, copyFileSync, linkSync, readFileSync, rmSync, type Stats, statSync } from 'node:fs';
import { inputError } from '../network/input-error.ts';
import { failureOf } from './failure.ts';
import { isCode } from './output-target.ts';
import { isUntouched } from './untouched.ts';

/** Whether something would be lost with a file: not with an empty one, an untouched workbook of this program, or one that says the same. */
export function isWorthBackingUp(target: string, there: Stats, replacement: string): boolean {
  if (there.size === 0 || isUntouched(target)) return false;
  return there.size !== statSync(replacement).size || !readFileSync(target).equals(readFileSync(replacement));
}

/**
 * Gives a file a second name beside it, `a.xlsx.bak`, or where that is taken `a.xlsx.2.bak` and so on: no older copy is lost either.
 *
 * @returns the name, and what takes it back
 * @throws InputError when the system refuses
 */
export function backUp(target: string): { readonly backup: string; readonly undo: () => void } {
  for (let k = 1; ; k++) {
    const backup = k === 1 ? `${target}.bak` : `${target}.${k}.bak`;
    try {
      linkOrCopy(target, backup);
      return { backup, undo: () => rmSync(backup, { force: true }) };
    } catch (error) {
      if (isCode(error, 'EEXIST')) continue;
      throw inputError(
        `stays as it is: it cannot be kept as ${backup}, for ${failureOf(error)}; choose another name.`,
        target,
      );
    }
  }
}

/** A second name is made at once; not every disk has them. Neither takes a name that is taken. */
function linkOrCopy(target: string, backup: string): void {
  try {
    linkSync(target, backup);
  } catch (error) {
    if (isCode(error, 'EEXIST') || isCode(error, 'ENAMETOOLONG')) throw error;
    copyFileSync(target, backup, constants.COPYFILE_EXCL);
  }
}
