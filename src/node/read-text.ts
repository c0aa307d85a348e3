import { closeSync, openSync, readSync } from 'node:fs';
import { inputError } from '../network/input-error.ts';
import { failureOf } from './failure.ts';

/** Bytes beyond which a text is no network file; the largest network that fits into a workbook takes less. */
const MOST_BYTES = 25_000_000;

/**
 * Reads a text file, or what comes out of a pipe, up to a size that a network file can have.
 *
 * @param wanted what it is to be: a text in JSON unless given
 * @throws InputError when it cannot be read, has more bytes, or is not UTF-8
 */
export function readText(path: string, wanted = 'a text in JSON'): string {
  const bytes = readBytes(path);
  if (bytes.length > MOST_BYTES)
    throw inputError(`has more than ${MOST_BYTES / 1e6} MB, too much for a network.`, path);
  // Every .xlsx and .ods file is a zip archive.
  if (bytes[0] === 0x50 && bytes[1] === 0x4b) throw inputError(`is a workbook or an archive, not ${wanted}.`, path);
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    throw inputError('is not a text in UTF-8; save it again as UTF-8.', path);
  }
}

/** The bytes of a file, at most one more than a network file can have. A pipe does not tell its size, and a device may never end. */
function readBytes(path: string): Uint8Array {
  const pieces: Uint8Array[] = [];
  try {
    const file = openSync(path, 'r');
    try {
      const most = MOST_BYTES + 1;
      for (let size = 0; size < most; size += pieces.at(-1)?.length ?? 0) {
        const piece = Buffer.alloc(Math.min(65_536, most - size));
        const length = readSync(file, piece);
        if (length === 0) break;
        pieces.push(piece.subarray(0, length));
      }
    } finally {
      closeSync(file);
    }
  } catch (error) {
    throw inputError(`cannot be read: ${failureOf(error)}.`, path);
  }
  return Buffer.concat(pieces);
}
