import { readFileSync, statSync } from 'node:fs';
import { failureOf } from './failure.ts';

/** Bytes beyond which a file of a stranger is not read at all. */
export const MOST_BYTES = 25_000_000;

/** The bytes of a file that a stranger made, or why they cannot be read, in a sentence. */
export type UntrustedFile =
  | { readonly bytes: Uint8Array; readonly why?: undefined }
  | { readonly bytes?: undefined; readonly why: string };

/** Reads a file that a stranger made, unless it is too large or no file at all, such as a device that never ends. */
export function readUntrusted(path: string): UntrustedFile {
  try {
    const status = statSync(path);
    if (status.isDirectory()) return { why: 'It is a folder; name the files in it.' };
    if (!status.isFile()) return { why: 'It is not a file.' };
    if (status.size > MOST_BYTES)
      return { why: `The file has ${Math.ceil(status.size / 1e6)} MB; at most ${MOST_BYTES / 1e6} MB are read.` };
    return { bytes: readFileSync(path) };
  } catch (error) {
    return { why: `The file cannot be read: ${failureOf(error)}.` };
  }
}
