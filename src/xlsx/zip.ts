import { Zip } from 'fflate';
import { inputError } from '../network/input-error.ts';
import { ZIP_FILE_BYTES } from '../network/limits.ts';
import type { PartRecord } from '../seal/seal.ts';
import { joinedCrc, LAST_BLOCK, type Segment } from './row-press/index.ts';

/** A file of the archive, in pieces. */
export interface ZipEntry<Piece> {
  readonly path: string;
  readonly pieces: Iterable<Piece>;
}

/** The earliest date that a zip can hold, in local time since that is what zip writes: the same bytes in every time zone. */
const ENTRY_DATE = new Date(1980, 0, 1);

const DEFLATE = 8;

/** How an archive is written. */
export interface Writing<Piece> {
  /** Compresses a piece of a file. */
  readonly segment: (piece: Piece) => Segment | Promise<Segment>;
  /** Pieces that are being compressed while those before them are written. */
  readonly ahead: number;
  /** Told of each piece that has been written. */
  readonly written?: (piece: Piece) => void;
  /** The last file, which may say something of all the others. */
  readonly closing?: (written: readonly PartRecord[]) => Promise<ZipEntry<Piece>>;
  /** Bytes of a file, and of the whole. */
  readonly most?: number;
}

/**
 * Writes an archive piece by piece, without holding more than a few of them.
 *
 * @param entries the files in order; they are asked for a little before those before them are written
 * @throws InputError when there are more bytes than allowed: their number would not fit into its place, and no program could read the archive
 */
export async function* zip<Piece>(
  entries: AsyncIterable<ZipEntry<Piece>>,
  { segment, ahead, written, closing, most = ZIP_FILE_BYTES }: Writing<Piece>,
): AsyncGenerator<Uint8Array> {
  let ready: Uint8Array[] = [];
  let length = 0;
  const archive = new Zip((error, bytes) => {
    if (error) throw error;
    length += bytes.length;
    if (length > most) throw tooLarge(most);
    ready.push(bytes);
  });
  const records: PartRecord[] = [];
  const append = (file: ZipFile, { deflated, size, crc }: Segment): void => {
    file.crc = joinedCrc(file.crc, crc, size);
    file.size += size;
    if (file.size > most) throw tooLarge(most);
    file.ondata(null, deflated, false);
  };
  const finish = (file: ZipFile): void => {
    file.ondata(null, LAST_BLOCK, true);
    records.push({ path: file.filename, crc: file.crc, size: file.size });
  };

  /** What is to be done, in order; what it needs is being made already. */
  const steps: (() => void | Promise<void>)[] = [];
  const write = async function* (left: number): AsyncGenerator<Uint8Array> {
    while (steps.length > left) {
      await steps.shift()?.();
      const bytes = ready;
      ready = [];
      yield* bytes;
    }
  };
  const add = async function* ({ path, pieces }: ZipEntry<Piece>): AsyncGenerator<Uint8Array> {
    const file = fileOf(path);
    steps.push(() => archive.add(file));
    for (const piece of pieces) {
      const made = begun(segment(piece));
      steps.push(async () => {
        append(file, await made);
        written?.(piece);
      });
      yield* write(ahead);
    }
    steps.push(() => finish(file));
  };

  for await (const entry of entries) yield* add(entry);
  yield* write(0);
  if (closing !== undefined) yield* add(await closing(records));
  steps.push(() => archive.end());
  yield* write(0);
}

const tooLarge = (most: number): Error =>
  inputError(
    `The workbook would hold more than the ${(most / 2 ** 30).toFixed(1)} GB that fit into a file; lower the iterations or use fewer learning rates.`,
    'iterations',
  );

type ZipFile = ReturnType<typeof fileOf>;

const fileOf = (path: string) => ({
  filename: path,
  compression: DEFLATE,
  mtime: ENTRY_DATE,
  crc: 0,
  size: 0,
  ondata: unattached,
});

/** Replaced by fflate when the file is added to the archive. */
function unattached(_error: Error | null, _bytes: Uint8Array, _final: boolean): void {}

/** What is being made: whoever waits for it meets its error; until then it must not count as unhandled. */
function begun<T>(made: T | Promise<T>): T | Promise<T> {
  if (made instanceof Promise) made.catch(() => {});
  return made;
}
