import { Room } from './room';
import { distanceSymbol, extraBits, SEQUENCE_BYTES, Sequence, sequences } from './sequences';
import { text } from './template';

/** What was compressed. */
const bits = new Room();

/** A code: the number of its bits lowest, and above {@link CODE_BITS} the bits. */
type Code = u64;
const CODE_BITS: u64 = 6;
const CODE_SIZE: u64 = 0x3f;

/** The codes of bytes, of lengths with their extra bits, of distances, and of two digits, one behind the other; 32 bits each. */
export const byteCodes: usize = memory.data(4 * 256, 4);
export const lengthCodes: usize = memory.data(4 * 259, 4);
export const distanceCodes: usize = memory.data(4 * 30, 4);
export const pairCodes: usize = memory.data(4 * 256, 4);

/** Where the next byte goes; bits that wait for it, the first one lowest (RFC 1951, 3.1.1), and their number, below 8. */
let at: usize = 0;
let held: u64 = 0;
let count: u64 = 0;

/** Begins anew. @param most bytes, and no fewer than will be written */
export function beginBits(most: u32): void {
  at = bits.more(usize(most) + sizeof<u64>());
  held = 0;
  count = 0;
}

/** Puts a code behind what is there. @param code of at most 26 bits */
export function putCode(code: u32): void {
  put(code);
}

function put(code: Code): void {
  held |= (code >> CODE_BITS) << count;
  count += code & CODE_SIZE;
  store<u64>(at, held);
  at += usize(count >> 3);
  held >>= count & 0x38;
  count &= 7;
}

function codeOf(table: usize, index: u64): Code {
  return load<u32>(table + 4 * usize(index));
}

/** Two codes as one, of at most 56 bits. */
function joined(first: Code, second: Code): Code {
  return first + (second & CODE_SIZE) + ((second >> CODE_BITS) << (CODE_BITS + (first & CODE_SIZE)));
}

/** Puts the text in its codes. @param paired whether every two digits have a code, of at most 14 bits */
export function putSequences(paired: bool): void {
  let place = text.at;
  const last = sequences.at + sequences.length;
  for (let each = sequences.at; each < last; each += SEQUENCE_BYTES) {
    const sequence = changetype<Sequence>(each);
    const end = place + sequence.literals;
    while (place < end) {
      const bytes = load<u64>(place);
      if (paired && place + 6 <= end && areDigits(bytes)) {
        const nibbles = bytes & 0x0f0f_0f0f_0f0f;
        const pairs = nibbles | (nibbles >> 4);
        const two = joined(codeOf(pairCodes, pairs & 0xff), codeOf(pairCodes, (pairs >> 16) & 0xff));
        put(joined(two, codeOf(pairCodes, (pairs >> 32) & 0xff)));
        place += 6;
      } else {
        put(codeOf(byteCodes, bytes & 0xff));
        place++;
      }
    }
    if (sequence.length === 0) continue;
    place += sequence.length;
    const symbol = distanceSymbol(sequence.distance);
    const extra = extraBits(symbol);
    const rest = (sequence.distance - 1) & ((1 << extra) - 1);
    const match = joined(codeOf(lengthCodes, sequence.length), codeOf(distanceCodes, symbol));
    put(joined(match, (u64(rest) << CODE_BITS) | extra));
  }
}

/** Whether the next six bytes are digits: from 0x30 on, and below 0x40 even with 6 more. */
function areDigits(bytes: u64): bool {
  const DIGITS: u64 = 0x3030_3030_3030;
  const UPPER: u64 = 0xf0f0_f0f0_f0f0;
  return (bytes & UPPER) === DIGITS && ((bytes + 0x0606_0606_0606) & UPPER) === DIGITS;
}

export function bitsAt(): usize {
  return bits.at;
}

/** How many bits are wanting to a whole byte. */
export function bitsToByte(): u32 {
  return u32(-i32(count) & 7);
}

/** Whole bytes. */
export function bitsLength(): usize {
  return at - bits.at;
}
