import { unzipSync, zipSync } from 'fflate';
import { SEAL_PATH } from '../../src/seal/seal.ts';

/** A workbook of this program as one that is not: without its seal, so that it is judged as any. */
export function unsealed(bytes: Uint8Array): Uint8Array {
  const { [SEAL_PATH]: _, ...parts } = unzipSync(bytes);
  return zipSync(parts);
}
