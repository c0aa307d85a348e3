import { Readable } from 'node:stream';
import { crc32, createDeflateRaw } from 'node:zlib';
import type { Compression } from '../package/compression.ts';

/** zlib's usual balance of speed and size. */
const LEVEL = 6;

/** Compression by Node's zlib. */
export const nodeCompression: Compression = {
  crc32: (bytes, before) => crc32(bytes, before),
  deflate: (pieces) => Readable.from(pieces, { objectMode: false }).pipe(createDeflateRaw({ level: LEVEL })),
};
