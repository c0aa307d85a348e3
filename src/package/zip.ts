import { Zip } from 'fflate';
import type { Compression } from './compression.ts';

/** A file of the archive, its text in pieces. */
export interface ZipEntry {
  readonly path: string;
  readonly pieces: Iterable<string>;
}

/** What the archive says of a file that it holds. */
export interface ZipRecord {
  readonly path: string;
  readonly crc: number;
  /** Bytes before compression. */
  readonly size: number;
}

/** The earliest date that a zip can hold, in local time since that is what zip writes: the same bytes in every time zone. */
const ENTRY_DATE = new Date(1980, 0, 1);

const DEFLATE = 8;

/**
 * Writes an archive entry by entry, without holding more than a piece of one.
 *
 * @param entries the files in order; each is asked for only when those before it are written
 * @param written is told of every file once it is written
 */
export async function* zip(
  entries: AsyncIterable<ZipEntry>,
  compression: Compression,
  written: (record: ZipRecord) => void = () => {},
): AsyncGenerator<Uint8Array> {
  let ready: Uint8Array[] = [];
  const archive = new Zip((error, bytes) => {
    if (error) throw error;
    ready.push(bytes);
  });
  const taken = (): Uint8Array[] => {
    const bytes = ready;
    ready = [];
    return bytes;
  };

  for await (const { path, pieces } of entries) {
    const file = { filename: path, compression: DEFLATE, mtime: ENTRY_DATE, crc: 0, size: 0, ondata: unattached };
    archive.add(file);
    const measured = measure(encoded(pieces), compression, file);
    for await (const bytes of compression.deflate(measured)) {
      file.ondata(null, bytes, false);
      yield* taken();
    }
    file.ondata(null, new Uint8Array(), true);
    yield* taken();
    written({ path, crc: file.crc, size: file.size });
  }
  archive.end();
  yield* taken();
}

/** Replaced by fflate when the file is added to the archive. */
function unattached(_error: Error | null, _bytes: Uint8Array, _final: boolean): void {}

/** Counts size and CRC-32 of what passes through. */
function* measure(
  pieces: Iterable<Uint8Array>,
  compression: Compression,
  file: { crc: number; size: number },
): Generator<Uint8Array> {
  for (const bytes of pieces) {
    file.crc = compression.crc32(bytes, file.crc);
    file.size += bytes.length;
    yield bytes;
  }
}

function* encoded(pieces: Iterable<string>): Generator<Uint8Array> {
  const encoder = new TextEncoder();
  for (const piece of pieces) yield encoder.encode(piece);
}
