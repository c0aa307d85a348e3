import { NUMBER_BYTES, writeNumber } from './number';
import { Room } from './room';

/**
 * Rows of text, from a template: what is the same in all of them stands in it, and places for what is not.
 *
 * VALUE is a place for a number, with a mark behind it; MARK is a mark alone; a run of DIGIT takes the number of the row. Marks say where
 * each row is likely to go on as the one before. None of these bytes can stand in XML.
 */
const VALUE: u8 = 0;
const MARK: u8 = 1;
const DIGIT: u8 = 2;

/** All rows that were written, as UTF-8, and where the marks stand in them, in order: 32 bits each. */
export const text = new Room();
export const marks = new Room();

/** Bytes that may be read and written behind the end of what is meant. */
export const SLACK: usize = 16;

/** The template, without the bytes of values and of marks alone. */
const template = new Room();
/** Where these stand in it, in order: 32 bits each, the lowest of which says whether it is a value. */
const stops = new Room();
/** Where the number of the row stands in it: its last digit, 32 bits each. */
const places = new Room();
/** What the cells of a row show, in order. */
const values = new Room();

/** Bytes of the marks of a row; rows without any do not count. */
export let marksOfRow: usize = 0;

/** Forgets the rows that were written. */
export function clear(): void {
  text.length = 0;
  marks.length = 0;
}

/** @returns where to put a template of so many bytes */
export function templateRoom(size: u32): usize {
  template.length = 0;
  return template.more(usize(size) + SLACK);
}

/** Takes in the template that was put there. @returns where to put what its cells show: 64 bits each */
export function readTemplate(size: u32): usize {
  stops.length = places.length = values.length = 0;
  let length: u32 = 0;
  let count: u32 = 0;
  for (let k: u32 = 0; k < size; k++) {
    const byte = load<u8>(template.at + k);
    if (byte === VALUE) {
      stops.push((length << 1) | 1);
      count++;
    } else if (byte === MARK) stops.push(length << 1);
    else {
      if (byte === DIGIT && (k + 1 === size || load<u8>(template.at + k + 1) !== DIGIT)) places.push(length);
      store<u8>(template.at + length++, byte);
    }
  }
  template.length = length;
  if (stops.length > 0) marksOfRow = stops.length;
  return values.more(count * sizeof<f64>());
}

/** Writes the row of a number, which has as many digits as the template has places for. */
export function writeRow(number: u32): void {
  turnTo(number);
  const begin = text.more(template.length + (stops.length >> 2) * NUMBER_BYTES + SLACK);
  let mark = marks.more(stops.length);
  let value = values.at;
  let from = template.at;
  let at = begin;
  const lastStop = stops.at + stops.length;
  for (let stop = stops.at; stop < lastStop; stop += 4, mark += 4) {
    const place = load<u32>(stop);
    const to = template.at + (place >> 1);
    at = copy(from, to, at);
    from = to;
    if (place & 1) {
      at = writeNumber(load<f64>(value), at);
      value += sizeof<f64>();
    }
    store<u32>(mark, u32(at - text.at));
  }
  at = copy(from, template.at + template.length, at);
  marks.length += stops.length;
  text.length += at - begin;
}

/** Copies what stands from one place to another. @returns where the copy ends; a few bytes behind it are overwritten too */
function copy(from: usize, to: usize, into: usize): usize {
  const end = into + (to - from);
  for (let at = into; at < end; at += 16, from += 16) v128.store(at, v128.load(from));
  return end;
}

/** Writes the number of the row into the template. */
function turnTo(number: u32): void {
  let rest = number;
  const last = places.at + places.length;
  for (let back: usize = 0; places.length > 0 && (rest > 0 || back === 0); back++, rest /= 10) {
    const digit = 0x30 + u8(rest % 10);
    // Mostly the last digit alone is another.
    if (load<u8>(template.at + load<u32>(places.at) - back) === digit) continue;
    for (let place = places.at; place < last; place += 4) store<u8>(template.at + load<u32>(place) - back, digit);
  }
}

export function textAt(): usize {
  return text.at;
}

export function textLength(): usize {
  return text.length;
}
