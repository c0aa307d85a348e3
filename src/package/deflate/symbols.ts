/** The longest match, and the farthest. Source: RFC 1951, 3.2.5. */
export const MOST_LENGTH = 258;
export const MOST_DISTANCE = 32_768;

/** Symbols below are bytes; this one ends a block. */
export const END = 256;

/** The first symbol of a length. */
const LENGTH = 257;

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

/** How many extra bits follow on a symbol's code. Source: RFC 1951, 3.2.5. */
export const extraBits = new Uint8Array(SYMBOLS);

/** The token of each length, and of each distance: both together make a match. */
export const lengthTokens = new Int32Array(MOST_LENGTH + 1);
export const distanceTokens = new Int32Array(MOST_DISTANCE + 1);

/** Gives each number from one on its token: of those with extra bits, so many symbols share a number of bits. */
function number(tokens: Int32Array, from: number, symbol: number, share: number): void {
  let next = from;
  for (let k = 0; next < tokens.length; k++) {
    const bits = Math.max(0, Math.floor(k / share) - 1);
    extraBits[symbol + k] = bits;
    const count = Math.min(1 << bits, tokens.length - next);
    for (let extra = 0; extra < count; extra++) tokens[next + extra] = (extra << SYMBOL_BITS) | (symbol + k);
    next += count;
  }
}

number(lengthTokens, 3, LENGTH, 4);
// The longest match has a symbol of its own, without extra bits.
lengthTokens[MOST_LENGTH] = DISTANCE - 1;
number(distanceTokens, 1, DISTANCE, 2);
