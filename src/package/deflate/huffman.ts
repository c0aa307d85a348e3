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
  const symbols = [...counts.keys()].filter((symbol) => counts[symbol] !== 0);
  symbols.sort((a, b) => (counts[a] as number) - (counts[b] as number) || a - b);
  const leaves = symbols.length;
  const weights = symbols.map((symbol) => counts[symbol] as number);
  const parents = new Int32Array(2 * leaves - 1);
  // What was joined comes in order, as the symbols do: the rarest is the next of the one or of the other.
  let [leaf, joined] = [0, leaves];
  const rarest = (): number => {
    const lighter =
      leaf < leaves && (joined === weights.length || (weights[leaf] as number) <= (weights[joined] as number));
    return lighter ? leaf++ : joined++;
  };
  while (weights.length < parents.length) {
    const [a, b] = [rarest(), rarest()];
    parents[a] = weights.length;
    parents[b] = weights.length;
    weights.push((weights[a] as number) + (weights[b] as number));
  }
  const depths = new Int32Array(parents.length);
  for (let k = parents.length - 2; k >= 0; k--) depths[k] = (depths[parents[k] as number] as number) + 1;
  const lengths = new Uint8Array(counts.length);
  for (const [k, symbol] of symbols.entries()) lengths[symbol] = depths[k] as number;
  return lengths;
}

/** The codes that follow from the numbers of their bits. Source: RFC 1951, 3.2.2. */
export function codesOf(lengths: Uint8Array): Codes {
  const longest = Math.max(...lengths);
  const next = new Uint32Array(longest + 2);
  for (const length of lengths) if (length > 0) (next[length + 1] as number)++;
  for (let length = 1; length <= longest; length++)
    next[length] = ((next[length] as number) + (next[length - 1] as number)) << 1;
  return Uint32Array.from(lengths, (length) =>
    length === 0 ? 0 : plainCode(reversed((next[length] as number)++, length), length),
  );
}

function reversed(code: number, length: number): number {
  let bits = 0;
  for (let k = 0; k < length; k++) bits |= ((code >>> k) & 1) << (length - 1 - k);
  return bits;
}
