import {
  alike,
  beginSequences,
  bytesCounted,
  distancesCounted,
  endSequences,
  lengthsCounted,
  SEQUENCE_BYTES,
  Sequence,
  sequences,
} from './sequences';
import { distanceSymbol, MOST_DISTANCE } from './symbols';
import { clearTable, get, increase, set } from './table';
import { text } from './template';

/** Shorter matches take hardly fewer bits than their bytes. */
const LEAST_LENGTH: usize = 4;
/** A match of this length is good enough: no longer one is looked for. */
const GOOD_LENGTH: usize = 64;
/** How many earlier places are tried. */
const MOST_TRIED: i32 = 16;

/** Where the latest four bytes of each hash stood, and where those before them did, each as the place after it; 0 where none did. */
const HASH_BITS: u32 = 13;
const latest: usize = memory.data(4 << HASH_BITS, 4);
const earlier: usize = memory.data(4 * MOST_DISTANCE, 4);

/** The best match that was found last. */
let length: usize = 0;
let distance: usize = 0;

/** Finds what repeats in a text of which nothing is known: among the places of the same four bytes, the nearest first. */
export function findInText(): void {
  beginSequences();
  clearTable(latest, 1 << HASH_BITS);
  const end = text.at + text.length;
  let from = text.at;
  let at = text.at;
  while (at < end) {
    look(at, end, LEAST_LENGTH - 1);
    while (length >= LEAST_LENGTH && length < GOOD_LENGTH) {
      // One that begins a byte later is worth a byte if it is longer.
      const known = length;
      const knownDistance = distance;
      look(at + 1, end, known);
      if (length > known) at = literal(at);
      else {
        length = known;
        distance = knownDistance;
        break;
      }
    }
    if (length < LEAST_LENGTH) {
      at = literal(at);
      continue;
    }
    put(u32(at - from), u32(length), u32(distance));
    for (const last = at + length; at < last; at++) remember(at);
    from = at;
  }
  endSequences(u32(at - from));
}

/** A byte that stands for itself. @returns the place after it */
function literal(at: usize): usize {
  increase(bytesCounted, load<u8>(at));
  remember(at);
  return at + 1;
}

function hashAt(at: usize): u32 {
  return (load<u32>(at) * 0x9e37_79b1) >> (32 - HASH_BITS);
}

function remember(at: usize): void {
  const here = u32(at - text.at);
  const hash = hashAt(at);
  set(earlier, here & (MOST_DISTANCE - 1), get(latest, hash));
  set(latest, hash, here + 1);
}

/** Looks for a match. @param least it must be longer than this */
function look(at: usize, end: usize, least: usize): void {
  const here = u32(at - text.at);
  length = least;
  let place = get(latest, hashAt(at));
  for (let tried = 0; tried < MOST_TRIED && place > 0; tried++) {
    const back = here + 1 - place;
    if (back > u32(MOST_DISTANCE)) return;
    // What differs at the end of the longest one so far is no longer.
    if (load<u32>(at + length - 3) === load<u32>(at + length - 3 - back)) {
      const found = alike(at, back, end);
      if (found > length) {
        length = found;
        distance = back;
        if (found >= GOOD_LENGTH) return;
      }
    }
    place = get(earlier, (place - 1) & (MOST_DISTANCE - 1));
  }
}

function put(literals: u32, length: u32, distance: u32): void {
  increase(lengthsCounted, length);
  increase(distancesCounted, distanceSymbol(distance));
  const sequence = changetype<Sequence>(sequences.more(SEQUENCE_BYTES));
  sequence.literals = literals;
  sequence.length = length;
  sequence.distance = distance;
  sequences.length += SEQUENCE_BYTES;
}
