import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js';

/**
 * A workbook carries a seal: a digest of what its other parts hold, as a custom document property. Whoever saves the file from a
 * spreadsheet program changes the parts, and the seal is broken; so the program can tell its own untouched work from a person's. It is
 * no signature: whoever wants to can make one.
 */

/** The part that holds the seal. */
export const SEAL_PATH = 'docProps/custom.xml';

/** The name of the property. */
export const SEAL_NAME = 'backprop-workbook seal';

/** A part of a package, as the directory of its archive tells it: its path, its bytes once inflated, and their CRC-32. */
export interface PartRecord {
  readonly path: string;
  readonly size: number;
  readonly crc: number;
}

/** The digest of a package's parts other than the seal itself, as hexadecimal SHA-256. */
export function sealOf(records: readonly PartRecord[]): string {
  const lines = records
    .filter((record) => record.path !== SEAL_PATH)
    .map((record) => `${record.path} ${record.size} ${record.crc >>> 0}\n`)
    .sort();
  return bytesToHex(sha256(utf8ToBytes(lines.join(''))));
}

/** The seal in the part that holds it, if it has one. */
export function readSeal(xml: string): string | undefined {
  return new RegExp(`name="${SEAL_NAME}"[^>]*><vt:lpwstr>([0-9a-f]{64})<`).exec(xml)?.[1];
}
