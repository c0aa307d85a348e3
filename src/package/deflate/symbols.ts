/** The longest match, and the farthest. Source: RFC 1951, 3.2.5. */
export const MOST_LENGTH = 258;
export const MOST_DISTANCE = 32_768;

/** Symbols below are bytes; this one ends a block. */
export const END = 256;

/** The first symbol of a length, and the one of the longest, which has no extra bits. */
const LENGTH = 257;
const LONGEST = 285;

/** The first symbol of a distance. Distances have a code of their own; here they stand behind the lengths. */
export const DISTANCE = 286;

/** The number of all symbols. */
export const SYMBOLS = 316;

/** Bits of a token that hold its symbol; above them stands what its extra bits say. */
export const SYMBOL_BITS = 9;
export const SYMBOL = 0x1_ff;

/** The symbol of the digit 0; the others follow. */
export const ZERO = 0x30;

/** A token of digits is negative: a few of them, the first one lowest, and how many there are. */
export const DIGITS = 1 << 31;
export const MOST_DIGITS = 7;
export const DIGIT_BITS = 4;
export const DIGITS_BITS = MOST_DIGITS * DIGIT_BITS;

/** How many extra bits follow on the code of the k-th symbol of those of which so many share a number of bits. Source: RFC 1951, 3.2.5. */
const extraBitsOf = (k: number, share: number): number => Math.max(0, Math.floor(k / share) - 1);

/** How many extra bits follow on a symbol's code. */
export const extraBits = Uint8Array.from({ length: SYMBOLS }, (_, symbol) => {
  if (symbol >= DISTANCE) return extraBitsOf(symbol - DISTANCE, 2);
  return symbol < LENGTH || symbol === LONGEST ? 0 : extraBitsOf(symbol - LENGTH, 4);
});

/** The token of each length of a match; that of its distance follows. */
export const lengthTokens = new Int32Array(MOST_LENGTH + 1);
for (let symbol = LENGTH, length = 3; symbol < LONGEST; symbol++)
  for (let extra = 0; extra < 1 << (extraBits[symbol] as number); extra++)
    lengthTokens[length++] = (extra << SYMBOL_BITS) | symbol;
lengthTokens[MOST_LENGTH] = LONGEST;

/** The token of a distance: two symbols for each power of two. */
export function distanceToken(distance: number): number {
  const beyond = distance - 1;
  if (beyond < 2) return DISTANCE + beyond;
  const power = 31 - Math.clz32(beyond);
  const upper = beyond >>> (power - 1);
  return ((beyond - (upper << (power - 1))) << SYMBOL_BITS) | (DISTANCE + 2 * power + (upper & 1));
}
