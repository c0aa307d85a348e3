import { Room } from './room';
import { DISTANCES, distanceSymbol, END, MOST_DISTANCE, MOST_LENGTH, ZERO_DIGIT } from './symbols';
import { clearTable, get, increase, set } from './table';
import { marks, marksOfRow, SLACK, text } from './template';

/** Shorter matches take more bits than their bytes. */
const LEAST_LENGTH: usize = 6;

/** Where text stood of which the next four bytes have a hash: the place after the latest such, 0 where there is none. */
const HASH_BITS: u32 = 12;
const latest: usize = memory.data(4 << HASH_BITS, 4);

/** How often each byte stands for itself, a match has each length, and each symbol of distances occurs. */
export const bytesCounted: usize = memory.data(4 * END, 4);
export const lengthsCounted: usize = memory.data(4 * (MOST_LENGTH + 1), 4);
export const distancesCounted: usize = memory.data(4 * DISTANCES, 4);

/** Text as deflate has it: bytes that stand for themselves, then a match of earlier ones, again and again; at last no match. */
@unmanaged
export class Sequence {
  /** How many bytes stand for themselves. */
  literals: u32;
  length: u32;
  distance: u32;
}
export const SEQUENCE_BYTES: usize = offsetof<Sequence>();
export const sequences = new Room();
/** Sequences for which room is made at once. */
const MANY: usize = 4096;

/** Forgets what was found before. */
export function beginSequences(): void {
  clearTable(bytesCounted, END);
  clearTable(lengthsCounted, MOST_LENGTH + 1);
  clearTable(distancesCounted, DISTANCES);
  memory.fill(text.more(SLACK), 0, SLACK);
  sequences.length = 0;
}

/** Puts the last sequence, which has no match, after the others. */
export function endSequences(literals: u32): void {
  put(sequences.more(SEQUENCE_BYTES), literals, 0, 0);
  sequences.length += SEQUENCE_BYTES;
}

/**
 * Finds what repeats in the text of rows. It stands at the same place of the row before, which marks tell; only where it does not, it is looked
 * for among what could not be found that way either.
 */
export function findInRows(): void {
  beginSequences();
  clearTable(latest, 1 << HASH_BITS);
  // The last one, without a match, has a place of its own.
  let into = sequences.more((MANY + 1) * SEQUENCE_BYTES);
  let full = into + MANY * SEQUENCE_BYTES;

  const end = text.at + text.length;
  const lastMark = marks.at + marks.length;
  let mark = marks.at;
  let nextMark = mark < lastMark ? text.at + load<u32>(mark) : end;
  let above: usize = 0;
  let digits: u32 = 0;
  /** Where the bytes begin that stand for themselves. */
  let from = text.at;
  let at = text.at;
  while (at < end) {
    while (at >= nextMark) {
      above = mark - marks.at < marksOfRow ? 0 : nextMark - text.at - load<u32>(mark - marksOfRow);
      mark += sizeof<u32>();
      nextMark = mark < lastMark ? text.at + load<u32>(mark) : end;
    }
    let distance = above;
    let length = alike(at, distance, end);
    if (length < LEAST_LENGTH) {
      const run = min(digitsAt(at), end - at);
      if (run > 0) {
        // Digits that differ are most of what there is: all that follow differ too.
        digits += u32(run);
        at += run;
        continue;
      }
      const hash = (load<u32>(at) * 0x9e37_79b1) >> (32 - HASH_BITS);
      const here = u32(at - text.at) + 1;
      const found = get(latest, hash);
      set(latest, hash, here);
      distance = found === 0 ? 0 : here - found;
      length = alike(at, distance, end);
      if (length < LEAST_LENGTH) {
        increase(bytesCounted, load<u8>(at));
        at++;
        continue;
      }
    }
    increase(lengthsCounted, length);
    increase(distancesCounted, distanceSymbol(u32(distance)));
    if (into === full) {
      sequences.length = into - sequences.at;
      into = sequences.more((MANY + 1) * SEQUENCE_BYTES);
      full = into + MANY * SEQUENCE_BYTES;
    }
    put(into, u32(at - from), u32(length), u32(distance));
    into += SEQUENCE_BYTES;
    at += length;
    from = at;
  }
  sequences.length = into - sequences.at;
  endSequences(u32(at - from));
  // Beyond the first few, every digit is as likely as another.
  for (let digit = 0; digit < 10; digit++) set(bytesCounted, ZERO_DIGIT + digit, (digits + 9) / 10);
}

function put(into: usize, literals: u32, length: u32, distance: u32): void {
  const sequence = changetype<Sequence>(into);
  sequence.literals = literals;
  sequence.length = length;
  sequence.distance = distance;
}

/** For how many bytes the text repeats what stands at a distance before it; none where there is no such distance. */
export function alike(at: usize, distance: usize, end: usize): usize {
  if (distance === 0 || distance > usize(MOST_DISTANCE)) return 0;
  const most = min<usize>(end - at, MOST_LENGTH);
  let length: usize = 0;
  while (length < most) {
    const difference = load<u64>(at + length) ^ load<u64>(at + length - distance);
    if (difference !== 0) {
      length += usize(ctz(difference) >> 3);
      break;
    }
    length += 8;
  }
  return min(length, most);
}

/** How many of the next eight bytes are digits, from the first on: from 0x30 on, and below 0x40 even with 6 more. */
export function digitsAt(at: usize): usize {
  const bytes = load<u64>(at);
  const others =
    ((bytes & 0xf0f0_f0f0_f0f0_f0f0) ^ 0x3030_3030_3030_3030) |
    (((bytes + 0x0606_0606_0606_0606) & 0xf0f0_f0f0_f0f0_f0f0) ^ 0x3030_3030_3030_3030);
  return usize(ctz(others) >> 3);
}
