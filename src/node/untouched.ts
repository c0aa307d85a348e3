import { closeSync, fstatSync, openSync, readSync } from 'node:fs';
import { readSeal, SEAL_PATH, sealOf } from '../seal/seal.ts';
import { type Archive, openArchive, type ZipSource } from '../unzip/archive.ts';

/** Inflated bytes that the part with the seal never has. */
const TOO_LARGE = 10_000;

/** Bytes that are never read at once: the directory of the largest workbook has fewer. */
const MOST_AT_ONCE = 10_000_000;

/** Whether a file is a workbook of this program that nobody has changed since: its seal fits what its parts hold. */
export function isUntouched(path: string): boolean {
  try {
    const file = openSync(path, 'r');
    try {
      return sealFits(openArchive(sourceOf(file), { total: TOO_LARGE }));
    } finally {
      closeSync(file);
    }
  } catch {
    // Not a zip, a broken one, or one that cannot be read: in any case not as we wrote it.
    return false;
  }
}

/** An open file, of which only the directory and the seal are read: workbooks can be larger than memory. */
function sourceOf(file: number): ZipSource {
  return {
    size: fstatSync(file).size,
    bytes: (from, count) => {
      if (count > MOST_AT_ONCE) throw new RangeError('No directory of a workbook is as large.');
      const bytes = new Uint8Array(count);
      return bytes.subarray(0, readSync(file, bytes, 0, count, from));
    },
  };
}

function sealFits({ records, read }: Archive): boolean {
  const xml = new TextDecoder().decode(read(SEAL_PATH));
  return readSeal(xml) === sealOf(records);
}
