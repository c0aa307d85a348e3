import { COUNT, COUNT_BITS, type Codes, codeLengths, codesOf } from './huffman.ts';
import {
  DIGIT_BITS,
  DIGITS_BITS,
  DISTANCE,
  END,
  extraBits,
  MOST_DIGITS,
  SYMBOL,
  SYMBOL_BITS,
  SYMBOLS,
  ZERO,
} from './symbols.ts';

/** The most bits of a code, and of the code that tells their numbers. Source: RFC 1951, 3.2.7. */
const MOST_BITS = 15;
const MOST_BITS_OF_LENGTHS = 7;
/** In which order the numbers of bits of that code stand. */
const ORDER = [16, 17, 18, 0, 8, 7, 9, 6, 10, 5, 11, 4, 12, 3, 13, 2, 14, 1, 15];

/** What a block begins with that has codes of its own, and one that is stored; neither is the last of its file. */
const DYNAMIC = 0b10_0;
const STORED = 0b00_0;
/** The length of a stored block of nothing, and the same inverted. */
const NOTHING = [0, 0, 0xff, 0xff];

const DIGIT = 2 ** DIGIT_BITS - 1;
const PAIR = 2 ** (2 * DIGIT_BITS) - 1;

/** Memory is asked for in multiples of this. */
const ROOM = 1 << 16;

/** More bytes than a block takes beside its tokens. */
const HEAD_BYTES = 1024;

let bytes = new Uint8Array(0);
let length = 0;
/** Bits that wait for their byte, fewer than 16 between two calls. */
let bits = 0;
let waiting = 0;

/** Tokens as a block of raw deflate (RFC 1951) with codes of its own; it stops at a whole byte, so that others can follow. */
export function deflatedBlock(tokens: Int32Array): Uint8Array {
  const counts = counted(tokens);
  const lengths = [counts.subarray(0, DISTANCE), counts.subarray(DISTANCE)].map((each) => codeLengths(each, MOST_BITS));

  // A token is a code and its extra bits, or the codes of a few digits.
  const most = MOST_DIGITS * 2 * tokens.length + HEAD_BYTES;
  // With room to spare: a block needs a little more than another, and each larger array would leave one behind.
  if (bytes.length < most) bytes = new Uint8Array(2 * most);
  length = 0;
  putHead(lengths);
  const codes = Int32Array.from(lengths.flatMap((each) => [...codesOf(each)]));
  putTokens(tokens, codes, pairsOf(codes), bytes);
  putCode(codes, END);
  put(STORED, 3);
  putRest();
  for (const byte of NOTHING) bytes[length++] = byte;
  // In few sizes, so that memory which is given back fits what is asked for next.
  const kept = new Uint8Array(Math.ceil(length / ROOM) * ROOM);
  kept.set(bytes.subarray(0, length));
  return kept.subarray(0, length);
}

/** How often each symbol occurs. */
function counted(tokens: Int32Array): Int32Array {
  const counts = new Int32Array(SYMBOLS);
  // What ends the block, and for each code a second symbol.
  for (const symbol of [END, END + 1, DISTANCE, DISTANCE + 1]) counts[symbol] = 1;
  let digits = 0;
  for (let k = 0; k < tokens.length; k++) {
    const token = tokens[k] as number;
    if (token < 0) digits += (token >>> DIGITS_BITS) & MOST_DIGITS;
    else (counts[token & SYMBOL] as number)++;
  }
  // Behind the first few, every digit is as likely as another.
  for (let digit = 0; digit < 10; digit++) (counts[ZERO + digit] as number) += Math.ceil(digits / 10);
  return counts;
}

/** How many bits each symbol takes, itself in a code. */
function putHead(lengths: readonly Uint8Array[]): void {
  const all = lengths.flatMap((each) => [...each]);
  const used = new Int32Array(ORDER.length);
  for (const each of all) (used[each] as number)++;
  const ofLengths = codeLengths(used, MOST_BITS_OF_LENGTHS);
  const codes = codesOf(ofLengths);
  put(DYNAMIC, 3);
  put(DISTANCE - END - 1, 5);
  put(SYMBOLS - DISTANCE - 1, 5);
  put(ORDER.length - 4, 4);
  for (const each of ORDER) put(ofLengths[each] as number, 3);
  for (const each of all) putCode(codes, each);
}

/** The codes of two digits, one behind the other; none where digits are so rare that two codes do not fit into one. */
function pairsOf(codes: Codes): Codes | undefined {
  if (codes.subarray(ZERO, ZERO + 10).some((code) => (code & COUNT) > COUNT >> 1)) return undefined;
  const pairs = new Int32Array(PAIR + 1);
  for (let first = 0; first < 10; first++)
    for (let second = 0; second < 10; second++) {
      const [a, b] = [codes[ZERO + first] as number, codes[ZERO + second] as number];
      const count = (a & COUNT) + (b & COUNT);
      pairs[first | (second << DIGIT_BITS)] =
        ((((b >>> COUNT_BITS) << (a & COUNT)) | (a >>> COUNT_BITS)) << COUNT_BITS) | count;
    }
  return pairs;
}

/** As `put` does it, at once: nearly all the time goes by here. */
function putTokens(tokens: Int32Array, codes: Codes, pairs: Codes | undefined, into: Uint8Array): void {
  let at = length;
  let held = bits;
  let count = waiting;
  for (let k = 0; k < tokens.length; k++) {
    const token = tokens[k] as number;
    if (token < 0) {
      let left = (token >>> DIGITS_BITS) & MOST_DIGITS;
      let digits = token;
      while (left > 0) {
        const two = pairs !== undefined && left > 1;
        const code = (two ? pairs[digits & PAIR] : codes[ZERO + (digits & DIGIT)]) as number;
        digits >>>= two ? 2 * DIGIT_BITS : DIGIT_BITS;
        left -= two ? 2 : 1;
        held |= (code >>> COUNT_BITS) << count;
        count += code & COUNT;
        if (count >= 16) {
          into[at++] = held;
          into[at++] = held >>> 8;
          held >>>= 16;
          count -= 16;
        }
      }
      continue;
    }
    const symbol = token & SYMBOL;
    const code = codes[symbol] as number;
    held |= (code >>> COUNT_BITS) << count;
    count += code & COUNT;
    if (count >= 16) {
      into[at++] = held;
      into[at++] = held >>> 8;
      held >>>= 16;
      count -= 16;
    }
    if (symbol > END) {
      held |= (token >>> SYMBOL_BITS) << count;
      count += extraBits[symbol] as number;
      if (count >= 16) {
        into[at++] = held;
        into[at++] = held >>> 8;
        held >>>= 16;
        count -= 16;
      }
    }
  }
  length = at;
  bits = held;
  waiting = count;
}

function putCode(codes: Codes, symbol: number): void {
  const code = codes[symbol] as number;
  put(code >>> COUNT_BITS, code & COUNT);
}

/** The lowest bit comes first (RFC 1951, 3.1.1). @param count of the bits, at most 15 */
function put(value: number, count: number): void {
  bits |= value << waiting;
  waiting += count;
  if (waiting < 16) return;
  bytes[length++] = bits;
  bytes[length++] = bits >>> 8;
  bits >>>= 16;
  waiting -= 16;
}

/** Fills the last byte up with zeros. */
function putRest(): void {
  for (; waiting > 0; waiting -= 8, bits >>>= 8) bytes[length++] = bits;
  bits = waiting = 0;
}
