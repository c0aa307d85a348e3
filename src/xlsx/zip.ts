import { inputError } from '../network/input-error.ts';
import { ZIP_FILE_BYTES } from '../network/limits.ts';
import type { PartRecord } from '../seal/seal.ts';
import { joinedCrc, LAST_BLOCK, type Segment } from './row-press/index.ts';
import { dataDescriptor, localHeader, type ZippedFile, zipDirectory } from './zip-format.ts';

/** A file of the archive, in pieces. */
export interface ZipEntry<Piece> {
  readonly path: string;
  readonly pieces: Iterable<Piece>;
}

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
  const put = (bytes: Uint8Array): void => {
    length += bytes.length;
    if (length > most) throw tooLarge(most);
    ready.push(bytes);
  };
  const records: PartRecord[] = [];
  const files: ZippedFile[] = [];
  const append = (file: OpenFile, { deflated, size, crc }: Segment): void => {
    file.crc = joinedCrc(file.crc, crc, size);
    file.size += size;
    file.deflated += deflated.length;
    if (file.size > most) throw tooLarge(most);
    put(deflated);
  };
  const finish = (file: OpenFile): void => {
    append(file, { deflated: LAST_BLOCK, size: 0, crc: 0 });
    put(dataDescriptor(file));
    files.push(file);
    records.push({ path: file.path, crc: file.crc, size: file.size });
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
    const file: OpenFile = { path, crc: 0, size: 0, deflated: 0 };
    steps.push(() => put(localHeader(path)));
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
  steps.push(() => put(zipDirectory(files)));
  yield* write(0);
}

const tooLarge = (most: number): Error =>
  inputError(
    `The workbook would hold more than the ${(most / 2 ** 30).toFixed(1)} GB that fit into a file; lower the iterations or use fewer learning rates.`,
    'iterations',
  );

/** A file that is being written. */
type OpenFile = { -readonly [Key in keyof ZippedFile]: ZippedFile[Key] };

/** What is being made: whoever waits for it meets its error; until then it must not count as unhandled. */
function begun<T>(made: T | Promise<T>): T | Promise<T> {
  if (made instanceof Promise) made.catch(() => {});
  return made;
}
