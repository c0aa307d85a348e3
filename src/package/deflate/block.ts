import type { Compiled } from '../compiled.ts';
import { type Codes, codeLengths, codesOf, joinedCode, plainCode, sizeOf } from './huffman.ts';
import { DISTANCES, END, lengthSymbols, SYMBOLS, ZERO } from './symbols.ts';

/** The most bits of a code, and of the code that tells their numbers. Source: RFC 1951, 3.2.7. */
const MOST_BITS = 15;
const MOST_BITS_OF_LENGTHS = 7;
/** In which order the numbers of bits of that code stand. */
const ORDER = [16, 17, 18, 0, 8, 7, 9, 6, 10, 5, 11, 4, 12, 3, 13, 2, 14, 1, 15];

/** What a block begins with that has codes of its own, and one that is stored; neither is the last of its file. */
const DYNAMIC = plainCode(0b10_0, 3);
const STORED = plainCode(0b00_0, 3);

/** The most bits of a digit's code of which three pairs can be put at once. */
const MOST_BITS_OF_DIGITS = 7;

/** More bytes than a block takes beside its text, which takes at most twice its own. */
const HEAD_BYTES = 1024;

/** Memory is asked for in multiples of this. */
const ROOM = 1 << 16;

/** The rows that were written as a block of raw deflate (RFC 1951) with codes of its own; it stops at a whole byte, so that others can follow. */
export function deflatedText(compiled: Compiled): Uint8Array {
  compiled.findSequences();
  compiled.beginBits(2 * compiled.textLength() + HEAD_BYTES);
  const { symbols, distances } = countsOf(compiled);
  const lengths = [codeLengths(symbols, MOST_BITS), codeLengths(distances, MOST_BITS)] as const;
  putHead(compiled, lengths);
  const codes = codesOf(lengths[0]);
  const paired = setCodes(compiled, codes, codesOf(lengths[1]));
  compiled.putSequences(paired);
  compiled.putCode(codes[END] as number);
  putNothing(compiled);

  const written = new Uint8Array(compiled.memory.buffer, compiled.bitsAt(), compiled.bitsLength());
  // In few sizes, so that memory which is given back fits what is asked for next.
  const kept = new Uint8Array(Math.ceil(written.length / ROOM) * ROOM);
  kept.set(written);
  return kept.subarray(0, written.length);
}

/** So many numbers of the module's memory, until it grows. */
const table = ({ memory }: Compiled, { value }: { readonly value: number }, length: number): Uint32Array =>
  new Uint32Array(memory.buffer, value, length);

/** How often each symbol occurs. */
function countsOf(compiled: Compiled): { readonly symbols: Uint32Array; readonly distances: Uint32Array } {
  const symbols = new Uint32Array(SYMBOLS);
  symbols.set(table(compiled, compiled.bytesCounted, END));
  // Behind the first few, every digit is as likely as another.
  symbols.fill(Math.ceil((symbols[ZERO] as number) / 10), ZERO, ZERO + 10);
  const lengths = table(compiled, compiled.lengthsCounted, 3 + lengthSymbols.length);
  for (const { length, symbol } of lengthSymbols) (symbols[symbol] as number) += lengths[length] as number;
  const distances = table(compiled, compiled.distancesCounted, DISTANCES).slice();
  // What ends the block, and for each code a second symbol.
  for (const symbol of [END, END + 1]) (symbols[symbol] as number)++;
  for (const symbol of [0, 1]) (distances[symbol] as number)++;
  return { symbols, distances };
}

/** How many bits each symbol takes, itself in a code. */
function putHead(compiled: Compiled, lengths: readonly Uint8Array[]): void {
  const all = lengths.flatMap((each) => [...each]);
  const used = new Uint32Array(ORDER.length);
  for (const each of all) (used[each] as number)++;
  const ofLengths = codeLengths(used, MOST_BITS_OF_LENGTHS);
  const codes = codesOf(ofLengths);
  compiled.putCode(DYNAMIC);
  compiled.putCode(plainCode(SYMBOLS - END - 1, 5));
  compiled.putCode(plainCode(DISTANCES - 1, 5));
  compiled.putCode(plainCode(ORDER.length - 4, 4));
  for (const each of ORDER) compiled.putCode(plainCode(ofLengths[each] as number, 3));
  for (const each of all) compiled.putCode(codes[each] as number);
}

/** Hands the codes over. @returns whether digits have codes in pairs too */
function setCodes(compiled: Compiled, codes: Codes, ofDistances: Codes): boolean {
  table(compiled, compiled.byteCodes, END).set(codes.subarray(0, END));
  table(compiled, compiled.distanceCodes, DISTANCES).set(ofDistances);
  const ofLengths = table(compiled, compiled.lengthCodes, 3 + lengthSymbols.length);
  for (const { length, symbol, extra, extraBits } of lengthSymbols)
    ofLengths[length] = joinedCode(codes[symbol] as number, plainCode(extra, extraBits));
  const digits = codes.subarray(ZERO, ZERO + 10);
  if (digits.some((code) => sizeOf(code) > MOST_BITS_OF_DIGITS)) return false;
  const pairs = table(compiled, compiled.pairCodes, 1 << 8);
  for (let first = 0; first < 10; first++)
    for (let second = 0; second < 10; second++)
      pairs[first | (second << 4)] = joinedCode(digits[first] as number, digits[second] as number);
  return true;
}

/** A stored block of nothing, which begins at a whole byte: its length, and the same inverted. */
function putNothing(compiled: Compiled): void {
  compiled.putCode(STORED);
  compiled.putCode(plainCode(0, compiled.bitsToByte()));
  for (const half of [0, 0xffff]) compiled.putCode(plainCode(half, 16));
}
