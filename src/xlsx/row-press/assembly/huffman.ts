import { Code, plainCode } from './code';
import { clearTable, get, increase, set } from './table';

/** More symbols than any code has. */
const MOST_SYMBOLS: i32 = 288;
/** The most bits of a code. */
const MOST_BITS: i32 = 15;

/** Counts, flattened where need be. */
const flat: usize = memory.data(4 * MOST_SYMBOLS, 4);
/** Symbols that occur, the rarest first. */
const symbols: usize = memory.data(4 * MOST_SYMBOLS, 4);
/** Of symbols in that order, then of what was joined: how often it occurs, what it was joined into, and how deep it lies. */
const weights: usize = memory.data(8 * MOST_SYMBOLS, 4);
const parents: usize = memory.data(8 * MOST_SYMBOLS, 4);
const depths: usize = memory.data(8 * MOST_SYMBOLS, 4);
/** The next code of each number of bits. */
const next: usize = memory.data(4 * (MOST_BITS + 2), 4);

/**
 * How many bits each symbol takes in a Huffman code; 0 where it does not occur.
 *
 * @param counts how often each symbol occurs; at least two do
 * @param size the number of symbols
 * @param most the most bits that a symbol may take; 2 to its power is more than the number of symbols
 * @param lengths takes the result
 */
export function codeLengths(counts: usize, size: i32, most: u32, lengths: usize): void {
  memory.copy(flat, counts, 4 * size);
  // Flatter counts make a flatter tree.
  while (joinAll(size, lengths) > most)
    for (let k = 0; k < size; k++) {
      const count = get(flat, k);
      if (count > 0) set(flat, k, (count >> 1) + 1);
    }
}

/** Joins the two rarest again and again (Huffman, 1952): whatever is joined takes a bit more. @returns the most bits */
function joinAll(size: i32, lengths: usize): u32 {
  const leaves = sort(size);
  const all = 2 * leaves - 1;
  for (let k = 0; k < leaves; k++) set(weights, k, get(flat, get(symbols, k)));
  // What was joined comes in order, as the symbols do: the rarest is the next of the one or of the other.
  let leaf = 0;
  let joined = leaves;
  for (let made = leaves; made < all; made++) {
    set(weights, made, 0);
    for (let part = 0; part < 2; part++) {
      const lighter = leaf < leaves && (joined === made || get(weights, leaf) <= get(weights, joined));
      const rarest = lighter ? leaf++ : joined++;
      set(parents, rarest, made);
      increase(weights, made, get(weights, rarest));
    }
  }
  clearTable(lengths, size);
  set(depths, all - 1, 0);
  let longest: u32 = 0;
  for (let k = all - 1; k > 0; k--) {
    const depth = get(depths, get(parents, k - 1)) + 1;
    set(depths, k - 1, depth);
    if (k - 1 < leaves) {
      set(lengths, get(symbols, k - 1), depth);
      longest = max(longest, depth);
    }
  }
  return longest;
}

/** Sorts the symbols that occur. @returns their number */
function sort(size: i32): i32 {
  let sorted = 0;
  for (let symbol = 0; symbol < size; symbol++) {
    const count = get(flat, symbol);
    if (count === 0) continue;
    let place = sorted++;
    for (; place > 0 && get(flat, get(symbols, place - 1)) > count; place--)
      set(symbols, place, get(symbols, place - 1));
    set(symbols, place, symbol);
  }
  return sorted;
}

/** The codes that follow from the numbers of their bits. Source: RFC 1951, 3.2.2. @param codes takes the result */
export function codesOf(lengths: usize, size: i32, codes: usize): void {
  clearTable(next, MOST_BITS + 2);
  for (let symbol = 0; symbol < size; symbol++) {
    const length = get(lengths, symbol);
    if (length > 0) increase(next, length + 1);
  }
  for (let length = 1; length <= MOST_BITS; length++)
    set(next, length, (get(next, length) + get(next, length - 1)) << 1);
  for (let symbol = 0; symbol < size; symbol++) {
    const length = get(lengths, symbol);
    const code: Code = length === 0 ? 0 : plainCode(reversed(get(next, length), length), length);
    set(codes, symbol, u32(code));
    increase(next, length);
  }
}

function reversed(code: u32, length: u32): u32 {
  let bits: u32 = 0;
  for (let k: u32 = 0; k < length; k++) bits |= ((code >> k) & 1) << (length - 1 - k);
  return bits;
}
