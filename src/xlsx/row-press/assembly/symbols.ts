/** The symbols of deflate. Source: RFC 1951, 3.2.5. */

/** The longest match, and the farthest. */
export const MOST_LENGTH: i32 = 258;
export const MOST_DISTANCE: i32 = 32_768;

/** Symbols below are bytes; this one ends a block. */
export const END: i32 = 256;

/** The first symbol of a length, and the one of the longest, which has no extra bits. */
const LENGTH: u32 = 257;
const LONGEST: u32 = 285;

/** Symbols of bytes, of lengths and of the end; and those of distances, which have a code of their own. */
export const SYMBOLS: i32 = 286;
export const DISTANCES: i32 = 30;

/** The symbol of the digit 0; the others follow. */
export const ZERO_DIGIT: i32 = 0x30;

/** How many extra bits follow on the code of a length's symbol: four symbols share a number of them. */
export function lengthExtraBits(length: u32): u32 {
  return length < 11 || length === MOST_LENGTH ? 0 : 29 - clz(length - 3);
}

export function lengthSymbol(length: u32): u32 {
  if (length === MOST_LENGTH) return LONGEST;
  const extra = lengthExtraBits(length);
  return LENGTH + 4 * extra + ((length - 3) >> extra);
}

/** A distance's symbol, the first of them 0: two for each power of two. */
export function distanceSymbol(distance: u32): u32 {
  const beyond = distance - 1;
  if (beyond < 2) return beyond;
  const power = 31 - clz(beyond);
  return 2 * power + ((beyond >> (power - 1)) & 1);
}

/** How many extra bits follow on the code of such a symbol. */
export function distanceExtraBits(symbol: u32): u32 {
  return symbol < 4 ? 0 : (symbol >> 1) - 1;
}
