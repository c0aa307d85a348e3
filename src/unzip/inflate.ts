import { Inflate } from 'fflate';
import { broken, ZipFault } from './fault.ts';
import { mostInflated, PIECE, type ZipLimits } from './limits.ts';

/**
 * Inflates piece by piece and stops as soon as too much comes out. In the built program `build/inflate-by-zlib.js` stands in its place.
 *
 * @param bound the most bytes that may come out
 * @throws ZipFault when that is more, or the input is broken
 */
export function inflate(input: Uint8Array, limits: ZipLimits, bound: number): Uint8Array {
  const pieces: Uint8Array[] = [];
  let size = 0;
  let done = false;
  const stream = new Inflate((piece, final) => {
    pieces.push(piece);
    size += piece.length;
    done ||= final;
  });
  try {
    for (let at = 0; at < input.length && !done; at += PIECE) {
      const last = at + PIECE >= input.length;
      stream.push(input.subarray(at, at + PIECE), last);
      if (size > mostInflated(limits, at + PIECE, bound)) throw new ZipFault('too large');
    }
  } catch (error) {
    throw error instanceof ZipFault ? error : broken();
  }
  const whole = new Uint8Array(size);
  let at = 0;
  for (const piece of pieces) {
    whole.set(piece, at);
    at += piece.length;
  }
  return whole;
}
