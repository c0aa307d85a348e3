/** The longest match. Source: RFC 1951, 3.2.5. */
const MOST_LENGTH = 258;

/** Symbols below are bytes; this one ends a block. */
export const END = 256;

/** The first symbol of a length, and the one of the longest, which has no extra bits. */
const LENGTH = 257;
const LONGEST = 285;

/** Symbols of bytes, of lengths and of the end; and those of distances, which have a code of their own. */
export const SYMBOLS = 286;
export const DISTANCES = 30;

/** The symbol of the digit 0; the others follow. */
export const ZERO = 0x30;

/** A symbol, and the extra bits that follow on its code. */
export interface LengthSymbol {
  readonly length: number;
  readonly symbol: number;
  readonly extra: number;
  readonly extraBits: number;
}

/** The symbol of each length of a match, from 3 on. Four of them share a number of extra bits. Source: RFC 1951, 3.2.5. */
export const lengthSymbols: readonly LengthSymbol[] = Array.from({ length: MOST_LENGTH - 2 }, (_, beyond) => {
  const length = beyond + 3;
  if (length === MOST_LENGTH) return { length, symbol: LONGEST, extra: 0, extraBits: 0 };
  const extraBits = Math.max(0, 29 - Math.clz32(beyond));
  const extra = beyond & ((1 << extraBits) - 1);
  return { length, symbol: LENGTH + 4 * extraBits + (beyond >> extraBits), extra, extraBits };
});
