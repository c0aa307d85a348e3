import { Zip } from 'fflate';
import { inputError } from '../spec/input-error.ts';
import { ZIP_FILE_BYTES } from '../spec/limits.ts';
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

/** Entries that are being compressed while the next ones are made. */
const AHEAD = 4;

/**
 * Writes an archive entry by entry, without holding more than a few small ones and a piece of a large one.
 *
 * @param entries the files in order; they are asked for a little before those before them are written
 * @param closing the last file, which may say something of all the others
 * @param most bytes of a file, and of the whole
 * @throws InputError when there are more: their number would not fit into its place, and the archive could not be read
 */
export async function* zip(
  entries: AsyncIterable<ZipEntry>,
  compression: Compression,
  closing?: (written: readonly ZipRecord[]) => Promise<ZipEntry>,
  most = ZIP_FILE_BYTES,
): AsyncGenerator<Uint8Array> {
  let ready: Uint8Array[] = [];
  const records: ZipRecord[] = [];
  let length = 0;
  const archive = new Zip((error, bytes) => {
    if (error) throw error;
    length += bytes.length;
    if (length > most) throw tooLarge(most);
    ready.push(bytes);
  });
  const taken = (): Uint8Array[] => {
    const bytes = ready;
    ready = [];
    return bytes;
  };
  const write = async function* ({ file, compressed }: Begun): AsyncGenerator<Uint8Array> {
    archive.add(file);
    for await (const bytes of compressed) {
      if (file.size > most) throw tooLarge(most);
      file.ondata(null, bytes, false);
      yield* taken();
    }
    file.ondata(null, new Uint8Array(), true);
    yield* taken();
    records.push({ path: file.filename, crc: file.crc, size: file.size });
  };

  const begun: Begun[] = [];
  for await (const entry of entries) {
    begun.push(begin(entry, compression));
    if (begun.length === AHEAD) yield* write(begun.shift() as Begun);
  }
  for (const each of begun) yield* write(each);
  if (closing !== undefined) yield* write(begin(await closing(records), compression));
  archive.end();
  yield* taken();
}

const tooLarge = (most: number): Error =>
  inputError(
    `The workbook would hold more than the ${(most / 2 ** 30).toFixed(1)} GB that fit into a file; lower the iterations or use fewer learning rates.`,
    'iterations',
  );

/** A file that is being compressed. */
interface Begun {
  readonly file: ZipFile;
  readonly compressed: AsyncIterable<Uint8Array>;
}

type ZipFile = ReturnType<typeof fileOf>;

const fileOf = (path: string) => ({
  filename: path,
  compression: DEFLATE,
  mtime: ENTRY_DATE,
  crc: 0,
  size: 0,
  ondata: unattached,
});

/** Begins to compress a file at once; what comes of it waits to be read. */
function begin({ path, pieces }: ZipEntry, compression: Compression): Begun {
  const file = fileOf(path);
  const iterator = compression.deflate(measure(encoded(pieces), compression, file))[Symbol.asyncIterator]();
  const first = iterator.next();
  // Whoever reads it meets the error; until then it must not count as unhandled.
  first.catch(() => {});
  let asked = false;
  const next = (): Promise<IteratorResult<Uint8Array>> => {
    if (asked) return iterator.next();
    asked = true;
    return first;
  };
  return { file, compressed: { [Symbol.asyncIterator]: () => ({ next }) } };
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
