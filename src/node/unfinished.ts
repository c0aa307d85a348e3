import { readdirSync, rmSync, statSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';

/** A file that is being written, hidden beside the one that it is to become. */

const UUID = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}\.part$/;

/** Names have at most 255 bytes; this leaves room for the rest of an unfinished file's. */
const MOST_BYTES = 100;

/** What the names of all unfinished files of an output begin with. */
function prefixOf(target: string): string {
  let name = '';
  for (const character of basename(target)) {
    if (Buffer.byteLength(name + character) > MOST_BYTES) break;
    name += character;
  }
  return `.${name}.`;
}

/** A path for an unfinished file that no other run has. */
export const unfinishedPath = (target: string): string =>
  join(dirname(target), `${prefixOf(target)}${[8, 4, 4, 4, 12].map(randomDigits).join('-')}.part`);

/** So many random digits of base 16. Nobody need be kept from guessing them, and to load node:crypto takes longer than much of a run. */
const randomDigits = (count: number): string =>
  Array.from({ length: count }, () => Math.floor(16 * Math.random()).toString(16)).join('');

/** From here on nobody can be writing an unfinished file any more, in milliseconds: a day. */
const ABANDONED = 24 * 60 * 60 * 1000;

/** Removes unfinished files of the same output that were left behind, by a power cut or a kill that no program can answer. */
export function removeAbandoned(target: string): void {
  const prefix = prefixOf(target);
  try {
    for (const name of readdirSync(dirname(target))) {
      if (!name.startsWith(prefix) || !UUID.test(name.slice(prefix.length))) continue;
      const path = join(dirname(target), name);
      if (Date.now() - statSync(path).mtimeMs > ABANDONED) rmSync(path, { force: true });
    }
  } catch {
    // They are in nobody's way; whether the output can be written will show.
  }
}

const STOPPING = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;

/** The system would end the program at a file that is larger than allowed; with a listener, writing fails instead. */
const TOO_LARGE = 'SIGXFSZ';

/** Has a file removed when a person or the system stops the program, which then ends as it would have. @returns takes that back */
export function removeWhenStopped(path: string): () => void {
  const tooLarge = (): void => {};
  const release = (): void => {
    for (const signal of STOPPING) process.removeListener(signal, remove);
    process.removeListener(TOO_LARGE, tooLarge);
  };
  const remove = (signal: NodeJS.Signals): void => {
    rmSync(path, { force: true });
    release();
    process.kill(process.pid, signal);
  };
  for (const signal of STOPPING) process.once(signal, remove);
  process.on(TOO_LARGE, tooLarge);
  return release;
}
