/** A code: the number of its bits lowest, and above {@link CODE_BITS} the bits, in the order in which deflate writes them. */
export type Code = u64;

const CODE_BITS: u64 = 6;
const CODE_SIZE: u64 = 0x3f;

/** A number of so many bits as a code. */
export function plainCode(value: u64, size: u64): Code {
  return (value << CODE_BITS) | size;
}

/** How many bits a code has. */
export function codeSize(code: Code): u64 {
  return code & CODE_SIZE;
}

/** A code's bits. */
export function bitsOf(code: Code): u64 {
  return code >> CODE_BITS;
}

/** Two codes as one, of at most 56 bits. */
export function joinedCodes(first: Code, second: Code): Code {
  return first + codeSize(second) + (bitsOf(second) << (CODE_BITS + codeSize(first)));
}
