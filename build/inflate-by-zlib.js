// What takes the place of src/unzip/inflate.ts where there is Node, whose own zlib is there at once: fflate makes tables first, which takes
// longer than to inflate a learner's workbook.
import { inflateRawSync } from 'node:zlib';
import { broken, ZipFault } from '../src/unzip/fault.ts';
import { mostInflated, PIECE } from '../src/unzip/limits.ts';

/** As in src/unzip/inflate.ts. */
export function inflate(input, limits, bound) {
  if (input.length === 0) return input;
  const most = mostInflated(limits, Math.ceil(input.length / PIECE) * PIECE, bound);
  try {
    const { buffer, byteOffset, length } = inflateRawSync(input, boundOf(most));
    return new Uint8Array(buffer, byteOffset, length);
  } catch (error) {
    throw error.code === 'ERR_BUFFER_TOO_LARGE' ? new ZipFault('too large') : broken();
  }
}

const boundOf = (most) => (Number.isFinite(most) ? { maxOutputLength: Math.max(1, Math.floor(most)) } : {});
