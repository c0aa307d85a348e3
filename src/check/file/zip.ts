import { Inflate } from 'fflate';
import type { PartRecord } from '../../seal/seal.ts';
import { PROTECTED } from './format.ts';
import { limits } from './limits.ts';
import { damaged, Unreadable } from './unreadable.ts';

/** The parts of an archive, inflated when they are asked for. */
export interface Archive {
  readonly names: readonly string[];
  has(name: string): boolean;
  /** What the directory tells of all parts, also of several of one name. */
  readonly records: readonly PartRecord[];
  /** The bytes of a part, XML in UTF-8, or undefined where there is none; capital letters are no difference. @throws Unreadable when it is broken or too large */
  read(name: string): Uint8Array | undefined;
}

interface Entry {
  readonly method: number;
  readonly deflated: number;
  readonly inflated: number;
  readonly offset: number;
  readonly encrypted: boolean;
}

const END = 0x06054b50;
const CENTRAL = 0x02014b50;
const LOCAL = 0x04034b50;
const END_LENGTH = 22;
const CENTRAL_LENGTH = 46;
const LOCAL_LENGTH = 30;
/** Deflated bytes that are inflated at a time; deflate makes at most 1,032 bytes of one. */
const PIECE = 16_384;

const broken = (): Unreadable => damaged('its archive cannot be read');
const tooLarge = (): Unreadable =>
  new Unreadable('The file unpacks to far more than a workbook of this kind holds, so it is not opened.');

/**
 * Reads the directory of a zip archive without inflating anything. Sizes that the directory declares are bounded here, those that
 * really come out in `read`. Nothing is written anywhere, so that paths in the archive are only names.
 * Source: PKWARE, "APPNOTE.TXT - .ZIP File Format Specification", 4.3.7, 4.3.12 and 4.3.16.
 *
 * @throws Unreadable when the archive is broken or goes beyond the limits
 */
export function openArchive(bytes: Uint8Array): Archive {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const end = endOf(view);
  const count = view.getUint16(end + 10, true);
  if (count > limits.entries)
    throw new Unreadable(`The file has ${count} parts; a workbook has at most ${limits.entries}.`);
  const entries = new Map<string, Entry>();
  const names: string[] = [];
  const records: PartRecord[] = [];
  let at = view.getUint32(end + 16, true);
  for (let k = 0; k < count; k++) {
    if (at + CENTRAL_LENGTH > bytes.length || view.getUint32(at, true) !== CENTRAL) throw broken();
    const nameLength = view.getUint16(at + 28, true);
    const nameAt = at + CENTRAL_LENGTH;
    const name = new TextDecoder().decode(bytes.subarray(nameAt, nameAt + nameLength)).replaceAll('\\', '/');
    const entry: Entry = {
      method: view.getUint16(at + 10, true),
      deflated: view.getUint32(at + 20, true),
      inflated: view.getUint32(at + 24, true),
      offset: view.getUint32(at + 42, true),
      encrypted: (view.getUint16(at + 8, true) & 1) === 1,
    };
    if (entry.inflated > limits.part && /\.xml$|\.rels$/i.test(name)) throw tooLarge();
    records.push({ path: name, size: entry.inflated, crc: view.getUint32(at + 16, true) });
    // Of two parts of one name the first counts, whatever hides behind the second.
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
    read: (name) => {
      const entry = entries.get(name.toLowerCase());
      if (entry === undefined) return undefined;
      const part = inflated(bytes, view, entry, limits.total - total);
      total += part.length;
      return inUtf8(part);
    },
  };
}

/** A part in UTF-8, which nearly all are; marks of byte order tell UTF-16. */
function inUtf8(part: Uint8Array): Uint8Array {
  const [first, second] = part;
  const little = first === 0xff && second === 0xfe;
  if (!little && !(first === 0xfe && second === 0xff)) return part;
  return new TextEncoder().encode(new TextDecoder(little ? 'utf-16le' : 'utf-16be').decode(part));
}

/** Where the end of the central directory stands: at the end of the file, before a comment. */
function endOf(view: DataView): number {
  const last = view.byteLength - END_LENGTH;
  for (let at = last; at >= Math.max(0, last - 65_535); at--) if (view.getUint32(at, true) === END) return at;
  throw broken();
}

function inflated(bytes: Uint8Array, view: DataView, entry: Entry, left: number): Uint8Array {
  const { offset, method, deflated } = entry;
  if (entry.encrypted) throw new Unreadable(PROTECTED);
  if (offset + LOCAL_LENGTH > bytes.length || view.getUint32(offset, true) !== LOCAL) throw broken();
  const start = offset + LOCAL_LENGTH + view.getUint16(offset + 26, true) + view.getUint16(offset + 28, true);
  if (start + deflated > bytes.length) throw broken();
  const input = bytes.subarray(start, start + deflated);
  if (method === 0) {
    if (deflated > left) throw tooLarge();
    return input;
  }
  if (method !== 8) throw broken();
  return inflate(input, Math.min(limits.part, left));
}

/** Inflates piece by piece and stops as soon as too much comes out. */
function inflate(input: Uint8Array, bound: number): Uint8Array {
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
      if (size > bound || (size > limits.ratioFrom && size > limits.ratio * (at + PIECE))) throw tooLarge();
    }
  } catch (error) {
    throw error instanceof Unreadable ? error : broken();
  }
  const whole = new Uint8Array(size);
  let at = 0;
  for (const piece of pieces) {
    whole.set(piece, at);
    at += piece.length;
  }
  return whole;
}
