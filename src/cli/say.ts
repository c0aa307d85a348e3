import { inputError } from '../network/input-error.ts';
import { failureOf } from '../node/failure.ts';

/**
 * Writes a text and a line end on standard output. A reader that has gone, as `head` goes, has had enough: that is no fault.
 *
 * @throws InputError when the system refuses, for instance because standard output is a file on a full disk
 */
export function say(text: string): Promise<void> {
  return new Promise((resolve, reject) => {
    process.stdout.write(`${text}\n`, (error) => {
      if (!error || ('code' in error && error.code === 'EPIPE')) resolve();
      else reject(inputError(`cannot be written: ${failureOf(error)}.`, 'standard output'));
    });
  });
}

/** The line that says under which name a replaced file is kept; empty where there was none to keep. */
export const backupLine = (path: string, backup: string | undefined): string =>
  backup === undefined ? '' : `\nThe old ${path} is kept as ${backup}.`;
