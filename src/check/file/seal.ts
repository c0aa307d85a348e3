import { crc32 } from '../../seal/crc32.ts';
import { readSeal, SEAL_PATH, sealOf } from '../../seal/seal.ts';
import type { Archive } from '../../unzip/archive.ts';
import { Unreadable } from './unreadable.ts';

/** Bytes that the part with the seal never has. */
const TOO_LARGE = 10_000;

/**
 * Whether a file is one of this program that nobody has changed since: its seal fits what the directory of the archive tells, and every
 * part is as the directory tells.
 */
export function isSealed({ records, read }: Archive): boolean {
  const sealed = records.filter(({ path }) => path === SEAL_PATH);
  if (sealed.length !== 1 || (sealed[0]?.size ?? TOO_LARGE) >= TOO_LARGE) return false;
  try {
    const seal = readSeal(new TextDecoder().decode(read(SEAL_PATH)));
    if (seal === undefined || seal !== sealOf(records)) return false;
    return records.every(({ path, crc }) => crc32(read(path) ?? new Uint8Array()) === crc);
  } catch (error) {
    // The seal is not needed: a file in which it or something beside the tables is broken is judged like any other.
    if (error instanceof Unreadable) return false;
    throw error;
  }
}
