import { Room } from './room';
import { marks, marksOfRow, SLACK, text } from './template';

/** The longest match, and the farthest. Source: RFC 1951, 3.2.5. */
const MOST_LENGTH: usize = 258;
const MOST_DISTANCE: usize = 32_768;

/** Shorter matches take more bits than their bytes. */
const LEAST_LENGTH: usize = 6;

/** Where text stood of which the next four bytes have a hash: the place behind the latest such. */
const HASH_BITS: u32 = 12;
const latest: usize = memory.data(4 << HASH_BITS, 4);

/** How often each byte stands for itself, a match has each length, and each symbol of distances occurs. Digits are counted together, as 0. */
export const bytesCounted: usize = memory.data(4 * 256, 4);
export const lengthsCounted: usize = memory.data(4 * 259, 4);
export const distancesCounted: usize = memory.data(4 * 30, 4);

const ZERO: u8 = 0x30;

/** Bytes that stand for themselves and the match behind them, again and again: their number, its length and its distance; at last no match. */
@unmanaged
export class Sequence {
  literals: u32;
  length: u32;
  distance: u32;
}
export const SEQUENCE_BYTES: usize = offsetof<Sequence>();
export const sequences = new Room();

function count(table: usize, index: usize): void {
  const at = table + index * 4;
  store<u32>(at, load<u32>(at) + 1);
}

/**
 * Finds what repeats in the text. It stands at the same place of the row before, which marks tell; only where it does not, it is looked
 * for among what could not be found that way either.
 */
export function findSequences(): void {
  memory.fill(latest, 0, 4 << HASH_BITS);
  memory.fill(bytesCounted, 0, 4 * 256);
  memory.fill(lengthsCounted, 0, 4 * 259);
  memory.fill(distancesCounted, 0, 4 * 30);
  memory.fill(text.more(SLACK), 0, SLACK);
  sequences.length = 0;
  let into = sequences.more((text.length / LEAST_LENGTH + 2) * SEQUENCE_BYTES);
  const begin = into;

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
      const slot = latest + 4 * ((load<u32>(at) * 0x9e37_79b1) >> (32 - HASH_BITS));
      const found = load<u32>(slot);
      const here = u32(at - text.at);
      store<u32>(slot, here + 1);
      distance = found === 0 ? 0 : here + 1 - found;
      length = alike(at, distance, end);
      if (length < LEAST_LENGTH) {
        count(bytesCounted, load<u8>(at));
        at++;
        continue;
      }
    }
    count(lengthsCounted, length);
    count(distancesCounted, distanceSymbol(u32(distance)));
    put(into, u32(at - from), u32(length), u32(distance));
    into += SEQUENCE_BYTES;
    at += length;
    from = at;
  }
  put(into, u32(at - from), 0, 0);
  sequences.length = into + SEQUENCE_BYTES - begin;
  store<u32>(bytesCounted + 4 * usize(ZERO), digits);
}

function put(into: usize, literals: u32, length: u32, distance: u32): void {
  const sequence = changetype<Sequence>(into);
  sequence.literals = literals;
  sequence.length = length;
  sequence.distance = distance;
}

/** For how many bytes the text repeats what stands at a distance before it; none where there is no such distance. */
function alike(at: usize, distance: usize, end: usize): usize {
  if (distance === 0 || distance > MOST_DISTANCE) return 0;
  const most = min(end - at, MOST_LENGTH);
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
function digitsAt(at: usize): usize {
  const bytes = load<u64>(at);
  const others =
    ((bytes & 0xf0f0_f0f0_f0f0_f0f0) ^ 0x3030_3030_3030_3030) |
    (((bytes + 0x0606_0606_0606_0606) & 0xf0f0_f0f0_f0f0_f0f0) ^ 0x3030_3030_3030_3030);
  return usize(ctz(others) >> 3);
}

/** A distance's symbol, the first of them 0: two for each power of two. */
export function distanceSymbol(distance: u32): u32 {
  const beyond = distance - 1;
  if (beyond < 2) return beyond;
  const power = 31 - clz(beyond);
  return 2 * power + ((beyond >> (power - 1)) & 1);
}

/** How many extra bits follow on such a symbol's code. Source: RFC 1951, 3.2.5. */
export function extraBits(symbol: u32): u32 {
  return symbol < 4 ? 0 : (symbol >> 1) - 1;
}
