import { bitsOf, Code, codeSize } from './code';
import { Room } from './room';

/** What was compressed. */
export const bits = new Room();

/** Bits that wait for their byte, the first one lowest (RFC 1951, 3.1.1), and their number, below 8. */
export let held: u64 = 0;
export let count: u64 = 0;

/** Forgets what was compressed before. @param most bytes, and no fewer than will be written */
export function begin(most: usize): void {
  bits.length = 0;
  bits.more(most + sizeof<u64>());
  held = 0;
  count = 0;
}

/** Puts a code after what is there. */
export function putCode(code: Code): void {
  held |= bitsOf(code) << count;
  count += codeSize(code);
  store<u64>(bits.at + bits.length, held);
  bits.length += usize(count >> 3);
  held >>= count & 0x38;
  count &= 7;
}

/** Fills the last byte up with zeros. */
export function fillByte(): void {
  putCode(-count & 7);
}

/** Goes on after bits that were put elsewhere. @param at where whole bytes end */
export function resume(at: usize, waiting: u64, size: u64): void {
  bits.length = at - bits.at;
  held = waiting;
  count = size;
}
