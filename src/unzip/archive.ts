import type { PartRecord } from '../seal/seal.ts';
import { broken, ZipFault } from './fault.ts';
import { inflate } from './inflate.ts';
import type { ZipLimits } from './limits.ts';

/** The bytes of an archive, of which only what is needed is asked for. */
export interface ZipSource {
  /** How many there are. */
  readonly size: number;
  /** So many bytes from a place on; fewer where the archive ends. */
  bytes(from: number, count: number): Uint8Array;
}

/** The parts of an archive, inflated when they are asked for. */
export interface Archive {
  readonly names: readonly string[];
  has(name: string): boolean;
  /** What the directory tells of all parts, also of several of one name. */
  readonly records: readonly PartRecord[];
  /** When a part was changed last, by the clock of who made the archive; later is more, 0 where there is no such part. */
  modified(name: string): number;
  /** The bytes of a part, or undefined where there is none; capital letters are no difference. @throws ZipFault when it is broken or too large */
  read(name: string): Uint8Array | undefined;
}

interface Entry {
  readonly method: number;
  readonly deflated: number;
  readonly inflated: number;
  readonly offset: number;
  readonly encrypted: boolean;
  readonly modified: number;
}

const END = 0x06054b50;
const CENTRAL = 0x02014b50;
const LOCAL = 0x04034b50;
const END_LENGTH = 22;
const CENTRAL_LENGTH = 46;
const LOCAL_LENGTH = 30;
/** The longest comment, which stands at the end of an archive. */
const COMMENT_LENGTH = 65_535;
const STORED = 0;
const DEFLATED = 8;

/**
 * Reads the directory of a zip archive without inflating anything. Sizes that the directory declares are bounded here, those that
 * really come out in `read`. Nothing is written anywhere, so that paths in the archive are only names.
 * Source: PKWARE, "APPNOTE.TXT - .ZIP File Format Specification", 4.3.7, 4.3.12 and 4.3.16.
 *
 * @throws ZipFault when the archive is broken or goes beyond the limits
 */
export function openArchive(source: ZipSource, limits: ZipLimits = {}): Archive {
  const { count, directory } = directoryOf(source, limits);
  const view = viewOf(directory);
  const entries = new Map<string, Entry>();
  const names: string[] = [];
  const records: PartRecord[] = [];
  let at = 0;
  for (let k = 0; k < count; k++) {
    if (at + CENTRAL_LENGTH > directory.length || view.getUint32(at, true) !== CENTRAL) throw broken();
    const nameLength = view.getUint16(at + 28, true);
    const nameAt = at + CENTRAL_LENGTH;
    const name = new TextDecoder().decode(directory.subarray(nameAt, nameAt + nameLength)).replaceAll('\\', '/');
    const entry: Entry = {
      method: view.getUint16(at + 10, true),
      deflated: view.getUint32(at + 20, true),
      inflated: view.getUint32(at + 24, true),
      offset: view.getUint32(at + 42, true),
      encrypted: (view.getUint16(at + 8, true) & 1) === 1,
      // The time in the lower half, the date in the upper one: a later moment is a larger number.
      modified: view.getUint32(at + 12, true),
    };
    if (entry.inflated > (limits.part ?? Infinity) && /\.xml$|\.rels$/i.test(name)) throw new ZipFault('too large');
    records.push({ path: name, size: entry.inflated, crc: view.getUint32(at + 16, true) });
    // Of two parts of one name the first counts, whatever hides after it.
    const key = name.toLowerCase();
    if (!entries.has(key)) {
      entries.set(key, entry);
      names.push(name);
    }
    at = nameAt + nameLength + view.getUint16(at + 30, true) + view.getUint16(at + 32, true);
  }
  let total = 0;
  return {
    names,
    has: (name) => entries.has(name.toLowerCase()),
    records,
    modified: (name) => entries.get(name.toLowerCase())?.modified ?? 0,
    read: (name) => {
      const entry = entries.get(name.toLowerCase());
      if (entry === undefined) return undefined;
      const part = inflated(source, entry, limits, (limits.total ?? Infinity) - total);
      total += part.length;
      return part;
    },
  };
}

const viewOf = (bytes: Uint8Array): DataView => new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);

/** The directory, which stands before the end of the archive, and how many parts it has. */
function directoryOf(source: ZipSource, limits: ZipLimits): { readonly count: number; readonly directory: Uint8Array } {
  const from = Math.max(0, source.size - END_LENGTH - COMMENT_LENGTH);
  const tail = viewOf(source.bytes(from, END_LENGTH + COMMENT_LENGTH));
  const end = endIn(tail);
  const count = tail.getUint16(end + 10, true);
  if (count > (limits.entries ?? Infinity)) throw new ZipFault('too many', count);
  const begin = tail.getUint32(end + 16, true);
  return { count, directory: source.bytes(begin, Math.max(0, from + end - begin)) };
}

/** Where the record of the end stands: before a comment, if there is one. */
function endIn(tail: DataView): number {
  for (let at = tail.byteLength - END_LENGTH; at >= 0; at--) if (tail.getUint32(at, true) === END) return at;
  throw broken();
}

function inflated(source: ZipSource, entry: Entry, limits: ZipLimits, left: number): Uint8Array {
  const { offset, method, deflated } = entry;
  if (entry.encrypted) throw new ZipFault('protected');
  const head = source.bytes(offset, LOCAL_LENGTH);
  const view = viewOf(head);
  if (head.length < LOCAL_LENGTH || view.getUint32(0, true) !== LOCAL) throw broken();
  const start = offset + LOCAL_LENGTH + view.getUint16(26, true) + view.getUint16(28, true);
  if (start + deflated > source.size || (method !== STORED && method !== DEFLATED)) throw broken();
  if (method === STORED && deflated > left) throw new ZipFault('too large');
  const input = source.bytes(start, deflated);
  return method === STORED ? input : inflate(input, limits, Math.min(limits.part ?? Infinity, left));
}
