import { begin, bits, count, fillByte, held, putCode, resume } from './bits';
import { bitsOf, Code, codeSize, joinedCodes, plainCode } from './code';
import { codeLengths, codesOf } from './huffman';
import {
  bytesCounted,
  digitsAt,
  distancesCounted,
  findInRows,
  lengthsCounted,
  SEQUENCE_BYTES,
  Sequence,
  sequences,
} from './sequences';
import {
  DISTANCES,
  distanceExtraBits,
  distanceSymbol,
  END,
  lengthExtraBits,
  lengthSymbol,
  MOST_LENGTH,
  SYMBOLS,
  ZERO_DIGIT,
} from './symbols';
import { clearTable, get, increase, set } from './table';
import { marks, text } from './template';
import { findInText } from './text-sequences';

/** The most bits of a code, and of the code that tells their numbers. Source: RFC 1951, 3.2.7. */
const MOST_BITS: u32 = 15;
const MOST_BITS_OF_LENGTHS: u32 = 7;
/** In which order the numbers of bits of that code stand: one a byte. */
const ORDER: usize = memory.data<u8>([16, 17, 18, 0, 8, 7, 9, 6, 10, 5, 11, 4, 12, 3, 13, 2, 14, 1, 15]);
const ORDERED: i32 = 19;

/** The most bits of a digit's code of which eight can be put at once. */
const MOST_BITS_OF_DIGITS: u64 = 7;
/** What stands in a pair for a digit that is not there. */
const NO_DIGIT: i32 = 15;

/** More bytes than a block takes beside its text. */
const HEAD_BYTES: usize = 1024;
/** The most bytes of a match: 15 bits each of two codes, 5 and 13 more. */
const MATCH_BYTES: usize = 6;

/** How often each symbol occurs, how many bits it takes, and its code; those of distances stand after the others. */
const counts: usize = memory.data(4 * (SYMBOLS + DISTANCES), 4);
const lengths: usize = memory.data(4 * (SYMBOLS + DISTANCES), 4);
const codes: usize = memory.data(4 * (SYMBOLS + DISTANCES), 4);
const FIRST_DISTANCE: i32 = 4 * SYMBOLS;
/** How often each number of bits occurs, how many bits it takes itself, and its code. */
const lengthsCount: usize = memory.data(4 * ORDERED, 4);
const lengthsLengths: usize = memory.data(4 * ORDERED, 4);
const lengthsCodes: usize = memory.data(4 * ORDERED, 4);
/** The codes of lengths with their extra bits, and of two digits, one after the other. */
const lengthCodes: usize = memory.data(4 * (MOST_LENGTH + 1), 4);
const pairCodes: usize = memory.data(4 * 256, 4);

/** Compresses the text: a block of raw deflate (RFC 1951) with codes of its own; it stops at a whole byte, so that others can follow. */
export function deflate(): void {
  if (marks.length > 0) findInRows();
  else findInText();
  countSymbols();
  codeLengths(counts, SYMBOLS, MOST_BITS, lengths);
  codeLengths(counts + FIRST_DISTANCE, DISTANCES, MOST_BITS, lengths + FIRST_DISTANCE);
  codesOf(lengths, SYMBOLS, codes);
  codesOf(lengths + FIRST_DISTANCE, DISTANCES, codes + FIRST_DISTANCE);
  begin(HEAD_BYTES + literalBytes() + (sequences.length / SEQUENCE_BYTES) * MATCH_BYTES);
  putHead();
  setLengthCodes();
  putSequences(setPairCodes());
  putCode(get(codes, END));
  putNothing();
}

function countSymbols(): void {
  memory.copy(counts, bytesCounted, 4 * END);
  for (let symbol = END; symbol < SYMBOLS; symbol++) set(counts, symbol, 0);
  for (let length = 3; length <= MOST_LENGTH; length++)
    increase(counts, lengthSymbol(length), get(lengthsCounted, length));
  memory.copy(counts + FIRST_DISTANCE, distancesCounted, 4 * DISTANCES);
  // What ends the block, and for each code a second symbol.
  increase(counts, END);
  increase(counts, END + 1);
  increase(counts, SYMBOLS);
  increase(counts, SYMBOLS + 1);
}

/** The most bytes that what stands for itself can take. Digits of rows are counted together, and could all be the one with the longest code. */
function literalBytes(): usize {
  let longest: u32 = 0;
  for (let digit = ZERO_DIGIT; digit < ZERO_DIGIT + 10; digit++) longest = max(longest, get(lengths, digit));
  let size: u64 = 0;
  for (let byte = 0; byte < END; byte++)
    size += u64(get(counts, byte)) * (byte >= ZERO_DIGIT && byte < ZERO_DIGIT + 10 ? longest : get(lengths, byte));
  return usize(size / 8);
}

/** What the block is, and how many bits each symbol takes, itself in a code. */
function putHead(): void {
  clearTable(lengthsCount, ORDERED);
  for (let symbol = 0; symbol < SYMBOLS + DISTANCES; symbol++) increase(lengthsCount, get(lengths, symbol));
  codeLengths(lengthsCount, ORDERED, MOST_BITS_OF_LENGTHS, lengthsLengths);
  codesOf(lengthsLengths, ORDERED, lengthsCodes);
  // Not the last block, with codes of its own.
  putCode(plainCode(0b10_0, 3));
  putCode(plainCode(SYMBOLS - END - 1, 5));
  putCode(plainCode(DISTANCES - 1, 5));
  putCode(plainCode(ORDERED - 4, 4));
  for (let k = 0; k < ORDERED; k++) putCode(plainCode(get(lengthsLengths, load<u8>(ORDER + k)), 3));
  for (let symbol = 0; symbol < SYMBOLS + DISTANCES; symbol++) putCode(get(lengthsCodes, get(lengths, symbol)));
}

function setLengthCodes(): void {
  for (let length = 3; length <= MOST_LENGTH; length++) {
    const size = lengthExtraBits(length);
    const extra = plainCode((length - 3) & ((1 << size) - 1), size);
    set(lengthCodes, length, u32(joinedCodes(get(codes, lengthSymbol(length)), extra)));
  }
}

/** @returns whether the codes of digits are short enough to be put in pairs */
function setPairCodes(): bool {
  for (let first = 0; first < 10; first++) {
    const code = get(codes, ZERO_DIGIT + first);
    if (codeSize(code) > MOST_BITS_OF_DIGITS) return false;
    for (let second = 0; second < 10; second++)
      set(pairCodes, first | (second << 4), u32(joinedCodes(code, get(codes, ZERO_DIGIT + second))));
    set(pairCodes, first | (NO_DIGIT << 4), code);
  }
  set(pairCodes, NO_DIGIT | (NO_DIGIT << 4), 0);
  return true;
}

/** Puts the text in its codes, one after the other as `putCode` does it, but all at once: nearly all the time goes by here. */
function putSequences(paired: bool): void {
  let at = bits.at + bits.length;
  let waiting = held;
  let size = count;
  let place = text.at;
  let sequence = changetype<Sequence>(sequences.at);
  let end = place + sequence.literals;
  while (true) {
    let code: Code = 0;
    if (place < end) {
      const digits = paired ? min(digitsAt(place), end - place) : 0;
      code = digits > 0 ? digitsCode(load<u64>(place), digits) : get(codes, load<u8>(place));
      place += max<usize>(digits, 1);
    } else if (sequence.length > 0) {
      code = matchCode(sequence.length, sequence.distance);
      place += sequence.length;
      sequence = changetype<Sequence>(changetype<usize>(sequence) + SEQUENCE_BYTES);
      end = place + sequence.literals;
    } else break;
    waiting |= bitsOf(code) << size;
    size += codeSize(code);
    store<u64>(at, waiting);
    at += usize(size >> 3);
    waiting >>= size & 0x38;
    size &= 7;
  }
  resume(at, waiting, size);
}

/** The codes of up to eight digits, without a look at how many there are: those after them are taken for none. */
function digitsCode(bytes: u64, count: usize): Code {
  const none: u64 = count === 8 ? 0 : 0x0f0f_0f0f_0f0f_0f0f << (8 * count);
  const nibbles = (bytes & 0x0f0f_0f0f_0f0f_0f0f) | none;
  const pairs = nibbles | (nibbles >> 4);
  const first = joinedCodes(get(pairCodes, usize(pairs & 0xff)), get(pairCodes, usize((pairs >> 16) & 0xff)));
  const second = joinedCodes(get(pairCodes, usize((pairs >> 32) & 0xff)), get(pairCodes, usize(pairs >> 48) & 0xff));
  return joinedCodes(first, second);
}

function matchCode(length: u32, distance: u32): Code {
  const symbol = distanceSymbol(distance);
  const size = distanceExtraBits(symbol);
  const extra = plainCode((distance - 1) & ((1 << size) - 1), size);
  return joinedCodes(joinedCodes(get(lengthCodes, length), get(codes, SYMBOLS + symbol)), extra);
}

/** A stored block of nothing, which begins at a whole byte: its length, and the same inverted. */
function putNothing(): void {
  putCode(plainCode(0b00_0, 3));
  fillByte();
  putCode(plainCode(0, 16));
  putCode(plainCode(0xffff, 16));
}

export function deflatedAt(): usize {
  return bits.at;
}

export function deflatedLength(): usize {
  return bits.length;
}
