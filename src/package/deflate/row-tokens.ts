import {
  DIGIT_BITS,
  DIGITS,
  DIGITS_BITS,
  distanceToken,
  lengthTokens,
  MOST_DIGITS,
  MOST_DISTANCE,
  MOST_LENGTH,
  ZERO,
} from './symbols.ts';

/** Shorter matches take more bits than their bytes. */
const LEAST_LENGTH = 6;

const HASH_BITS = 12;
const latest = new Int32Array(1 << HASH_BITS);
let tokens = new Int32Array(0);

/**
 * Rows as tokens of deflate. What repeats stands at the same place of the row before, which marks tell; only where it does not, it is
 * looked for among what could not be found that way either.
 *
 * @param marks places in every row, in order; from each on its text is likely to be that of the row before
 * @param marksOfRow how many of them a row has
 * @returns tokens that hold until the next are asked for
 */
export function rowTokens(bytes: Uint8Array, marks: Int32Array, marksOfRow: number): Int32Array {
  // With room to spare: a block is a little larger than another, and each larger array would leave one behind.
  if (tokens.length < bytes.length) tokens = new Int32Array(2 * bytes.length);
  latest.fill(-1 - MOST_DISTANCE);
  const into = tokens;
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.length);
  let count = 0;
  let mark = 0;
  let nextMark = marks.length === 0 ? bytes.length : (marks[0] as number);
  let above = 0;
  for (let at = 0; at < bytes.length; ) {
    // Digits that differ are most of what there is.
    let digits = 0;
    let run = 0;
    while (run < MOST_DIGITS && isDigit(bytes[at] as number) && differs(bytes, at, above)) {
      digits |= ((bytes[at++] as number) - ZERO) << (DIGIT_BITS * run);
      run++;
    }
    if (run > 0) {
      into[count++] = digits | (run << DIGITS_BITS) | DIGITS;
      continue;
    }
    const byte = bytes[at] as number;
    while (at >= nextMark) {
      above = mark < marksOfRow ? 0 : nextMark - (marks[mark - marksOfRow] as number);
      mark++;
      nextMark = mark < marks.length ? (marks[mark] as number) : bytes.length;
    }
    let distance = above;
    let length = alike(bytes, view, at, distance);
    if (length < LEAST_LENGTH && !isDigit(byte)) {
      const hash = hashOf(bytes, at);
      distance = at - (latest[hash] as number);
      length = alike(bytes, view, at, distance);
      latest[hash] = at;
    }
    if (length < LEAST_LENGTH) {
      into[count++] = byte;
      at++;
    } else {
      into[count++] = lengthTokens[length] as number;
      into[count++] = distanceToken(distance);
      at += length;
    }
  }
  return into.subarray(0, count);
}

/** For how many bytes the text repeats what stands at a distance before it; none where there is no such distance. */
function alike(bytes: Uint8Array, view: DataView, at: number, distance: number): number {
  if (distance === 0 || distance > MOST_DISTANCE || bytes[at] !== bytes[at - distance]) return 0;
  const end = Math.min(bytes.length, at + MOST_LENGTH);
  let k = at + 1;
  while (k + 4 <= end && view.getInt32(k) === view.getInt32(k - distance)) k += 4;
  while (k < end && bytes[k] === bytes[k - distance]) k++;
  return k - at;
}

const isDigit = (byte: number): boolean => byte >= ZERO && byte <= ZERO + 9;

/** Whether no match of any length is likely to begin here. */
const differs = (bytes: Uint8Array, at: number, distance: number): boolean =>
  bytes[at] !== bytes[at - distance] || bytes[at + 1] !== bytes[at + 1 - distance];

/** Of the next four bytes; any number does behind the end. */
const hashOf = (bytes: Uint8Array, at: number): number =>
  Math.imul(
    (bytes[at] as number) |
      ((bytes[at + 1] as number) << 8) |
      ((bytes[at + 2] as number) << 16) |
      ((bytes[at + 3] as number) << 24),
    0x9e_37_79_b1,
  ) >>>
  (32 - HASH_BITS);
