import { promisify } from 'node:util';
import { constants, crc32, deflateRaw, deflateRawSync, type ZlibOptions } from 'node:zlib';
import type { Compression } from '../xlsx/compression.ts';

const options: ZlibOptions = {
  // Charts come out a little smaller than by the levels before it, and take as long.
  level: 4,
  // Stops at a whole byte, so that another segment can follow.
  finishFlush: constants.Z_SYNC_FLUSH,
  // What a chart comes to, in one go.
  chunkSize: 1 << 17,
};

/** From here on it pays to compress on another thread. */
const WORTH_A_THREAD = 20_000;

const onThread = promisify<Uint8Array, ZlibOptions, Uint8Array>(deflateRaw);

/** Compression by Node's zlib. */
export const nodeCompression: Compression = {
  segment: async (bytes) => ({
    deflated: bytes.length < WORTH_A_THREAD ? deflateRawSync(bytes, options) : await onThread(bytes, options),
    size: bytes.length,
    crc: crc32(bytes),
  }),
  crc: (bytes) => crc32(bytes),
};
