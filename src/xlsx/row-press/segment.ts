/** A stretch of a file, compressed by itself: stretches can be made side by side, and are joined as they are. */
export interface Segment {
  /** Raw deflate (RFC 1951), without an end: it stops at a whole byte. */
  readonly deflated: Uint8Array;
  /** Bytes before compression. */
  readonly size: number;
  /** CRC-32 of these bytes. */
  readonly crc: number;
}

/** What ends a file after its last segment: an empty block that says so. Source: RFC 1951, 3.2.3. */
export const LAST_BLOCK: Uint8Array = Uint8Array.of(3, 0);

/** The polynomial of CRC-32, its highest power at the lowest bit. Source: RFC 1952, 8. */
const POLYNOMIAL = 0xed_b8_83_20;

/** x⁰, written that way. */
const ONE = 0x80_00_00_00;

/** a·b modulo the polynomial, over bits. */
function product(a: number, b: number): number {
  let sum = 0;
  let power = b;
  for (let bit = ONE; bit !== 0; bit >>>= 1) {
    if ((a & bit) !== 0) sum ^= power;
    power = (power & 1) === 0 ? power >>> 1 : (power >>> 1) ^ POLYNOMIAL;
  }
  return sum;
}

/** The CRC-32 of bytes that follow on others: x to the power of 8 bits a byte takes the first CRC past the second bytes. */
export function joinedCrc(first: number, second: number, secondSize: number): number {
  let moved = first;
  // x⁸, then its squares: one for each bit of the size.
  let power = ONE >>> 8;
  for (let rest = secondSize; rest > 0; rest = Math.floor(rest / 2)) {
    if (rest % 2 === 1) moved = product(power, moved);
    power = product(power, power);
  }
  return (moved ^ second) >>> 0;
}
