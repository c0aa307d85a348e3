import { Readable } from 'node:stream';
import { promisify } from 'node:util';
import { crc32, createDeflateRaw, deflateRaw, deflateRawSync } from 'node:zlib';
import type { Compression } from '../package/compression.ts';

/** The fastest level: the next ones take a tenth off the size for twice the time. */
const LEVEL = 1;

/** Up to here a part is compressed in one go, which spares small parts the way through a stream. */
const SMALL = 4_000_000;

/** From here on it pays to compress on another thread. */
const WORTH_A_THREAD = 20_000;

const onThread = promisify<Buffer, object, Buffer>(deflateRaw);

const compressed = (bytes: Buffer): Promise<Buffer> | Buffer =>
  bytes.length < WORTH_A_THREAD ? deflateRawSync(bytes, { level: LEVEL }) : onThread(bytes, { level: LEVEL });

/** Compression by Node's zlib. */
export const nodeCompression: Compression = {
  crc32: (bytes, before) => crc32(bytes, before),
  deflate: async function* (pieces) {
    const source = pieces[Symbol.iterator]();
    const first: Uint8Array[] = [];
    let size = 0;
    while (size < SMALL) {
      const { done, value } = source.next();
      if (done) {
        yield await compressed(Buffer.concat(first));
        return;
      }
      first.push(value);
      size += value.length;
    }
    const all = function* (): Generator<Uint8Array> {
      yield* first;
      yield* { [Symbol.iterator]: () => source };
    };
    yield* Readable.from(all(), { objectMode: false }).pipe(createDeflateRaw({ level: LEVEL }));
  },
};
