/** A symbol's code: the number of its bits, and above {@link CODE_BITS} the bits, in the order in which deflate writes them. */
export type Codes = Uint32Array;

/** Bits of a code that hold the number of its bits. */
export const CODE_BITS = 6;
const CODE_SIZE = 0x3f;

/** A number of so many bits as a code. */
export const plainCode = (value: number, size: number): number => (value << CODE_BITS) | size;

/** How many bits a code has. */
export const sizeOf = (code: number): number => code & CODE_SIZE;

/** Two codes as one, of at most 26 bits. */
export const joinedCode = (first: number, second: number): number =>
  first + sizeOf(second) + ((second >>> CODE_BITS) << (CODE_BITS + sizeOf(first)));

/**
 * How many bits each symbol takes in a Huffman code; 0 where it does not occur.
 *
 * @param counts how often each symbol occurs; at least two do
 * @param most the most bits that a symbol may take; 2 to its power is more than the number of symbols
 */
export function codeLengths(counts: Uint32Array, most: number): Uint8Array {
  let lengths = lengthsOf(counts);
  // Flatter counts make a flatter tree.
  for (let flat = counts; lengths.some((length) => length > most); lengths = lengthsOf(flat))
    flat = flat.map((count) => (count === 0 ? 0 : (count >>> 1) + 1));
  return lengths;
}

/** Joins the two rarest again and again (Huffman, 1952): whatever is joined takes a bit more. */
function lengthsOf(counts: Uint32Array): Uint8Array {
  // The rarest first; what occurs as often, in order.
  const symbols = Float64Array.from(counts, (count, symbol) => count * counts.length + symbol)
    .filter((each) => each >= counts.length)
    .sort()
    .map((each) => each % counts.length);
  const leaves = symbols.length;
  const all = 2 * leaves - 1;
  const weights = new Float64Array(all);
  for (let k = 0; k < leaves; k++) weights[k] = counts[symbols[k] as number] as number;
  const parents = new Uint16Array(all);
  // What was joined comes in order, as the symbols do: the rarest is the next of the one or of the other.
  let [leaf, joined] = [0, leaves];
  for (let made = leaves; made < all; made++)
    for (let part = 0; part < 2; part++) {
      const lighter = leaf < leaves && (joined === made || (weights[leaf] as number) <= (weights[joined] as number));
      const rarest = lighter ? leaf++ : joined++;
      parents[rarest] = made;
      (weights[made] as number) += weights[rarest] as number;
    }
  const depths = new Uint8Array(all);
  for (let k = all - 2; k >= 0; k--) depths[k] = (depths[parents[k] as number] as number) + 1;
  const lengths = new Uint8Array(counts.length);
  for (let k = 0; k < leaves; k++) lengths[symbols[k] as number] = depths[k] as number;
  return lengths;
}

/** The codes that follow from the numbers of their bits. Source: RFC 1951, 3.2.2. */
export function codesOf(lengths: Uint8Array): Codes {
  const longest = lengths.reduce((most, length) => Math.max(most, length), 0);
  const next = new Uint32Array(longest + 2);
  for (let symbol = 0; symbol < lengths.length; symbol++) {
    const length = lengths[symbol] as number;
    if (length > 0) (next[length + 1] as number)++;
  }
  for (let length = 1; length <= longest; length++)
    next[length] = ((next[length] as number) + (next[length - 1] as number)) << 1;
  const codes = new Uint32Array(lengths.length);
  for (let symbol = 0; symbol < lengths.length; symbol++) {
    const length = lengths[symbol] as number;
    if (length > 0) codes[symbol] = plainCode(reversed((next[length] as number)++, length), length);
  }
  return codes;
}

function reversed(code: number, length: number): number {
  let bits = 0;
  for (let k = 0; k < length; k++) bits |= ((code >>> k) & 1) << (length - 1 - k);
  return bits;
}
