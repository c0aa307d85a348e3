import { NUMBER_BYTES, writeNumber } from './number';
import { Room } from './room';

/**
 * Rows of text, from a template: what is the same in all of them stands in it, and places for what is not.
 *
 * VALUE is a place for a number, with a mark after it; MARK is a mark alone. A run of ROW takes the number of the row, a run of INDEX that
 * of its formulas, each with an offset and as long as the number is. Marks say where each row is likely to go on as the one before. None
 * of these bytes can stand in XML.
 */
const VALUE: u8 = 0;
const MARK: u8 = 1;
const ROW: u8 = 2;
const INDEX: u8 = 3;

/** All rows that were written, as UTF-8, and where the marks stand in them, in order: 32 bits each. */
export const text = new Room();
export const marks = new Room();

/** Bytes that may be read and written after the end of what is meant. */
export const SLACK: usize = 16;

/** The template, without the bytes of values and of marks alone. */
const template = new Room();
/** Where these stand in it, in order: 32 bits each, the lowest of which says whether it is a value. */
const stops = new Room();
/** Runs of ROW and of INDEX, all in order: where the last byte of each stands in it. */
const runs = new Room();
/** What to add to the number of the row or of the formulas in each of them. */
const offsets = new Room();
/** The row that stands in the template; 0 where none does. */
let latestRow: u32 = 0;

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

/** Takes in the template that was put there: then its offsets are wanted, and for every row its values. */
export function readTemplate(size: u32): void {
  stops.length = runs.length = 0;
  latestRow = 0;
  let length: u32 = 0;
  let count: u32 = 0;
  for (let k: u32 = 0; k < size; k++) {
    const byte = load<u8>(template.at + k);
    if (byte === VALUE) {
      stops.push((length << 1) | 1);
      count++;
    } else if (byte === MARK) stops.push(length << 1);
    else {
      const ends = k + 1 === size || load<u8>(template.at + k + 1) !== byte;
      if (ends && (byte === ROW || byte === INDEX)) runs.push((length << 1) | u32(byte === INDEX));
      store<u8>(template.at + length++, byte);
    }
  }
  template.length = length;
  if (stops.length > 0) marksOfRow = stops.length;
  offsets.more(runs.length);
  values.more(count * sizeof<f64>());
}

/** @returns where to put the offsets of all runs, 32 bits each */
export function offsetsAt(): usize {
  return offsets.at;
}

/** @returns where to put what the cells of a row show, 64 bits each */
export function valuesAt(): usize {
  return values.at;
}

/** Sets the number of the formulas. */
export function setIndex(index: u32): void {
  for (let k: usize = 0; k < runs.length; k += 4) {
    const run = load<u32>(runs.at + k);
    if (run & 1) writeDigits(template.at + (run >> 1), index + load<u32>(offsets.at + k), true);
  }
}

/** Writes a row. Its numbers are as long as the runs for them. */
export function writeRow(row: u32): void {
  turnTo(row);
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

/** Copies what stands from one place to another. @returns where the copy ends; a few bytes after it are overwritten too */
function copy(from: usize, to: usize, into: usize): usize {
  const end = into + (to - from);
  for (let at = into; at < end; at += 16, from += 16) v128.store(at, v128.load(from));
  return end;
}

/** Sets the number of the row. */
function turnTo(row: u32): void {
  const next = row === latestRow + 1 && latestRow !== 0;
  for (let k: usize = 0; k < runs.length; k += 4) {
    const run = load<u32>(runs.at + k);
    if ((run & 1) === 0) writeDigits(template.at + (run >> 1), row + load<u32>(offsets.at + k), !next);
  }
  latestRow = row;
}

/** Writes a number up to its last digit: whole, or only the digits that differ from those of the number before it. */
function writeDigits(last: usize, number: u32, whole: bool): void {
  let rest = number;
  let at = last;
  let digit: u32 = 0;
  do {
    digit = rest % 10;
    store<u8>(at--, 0x30 + u8(digit));
    rest /= 10;
  } while (rest > 0 && (whole || digit === 0));
}

export function textAt(): usize {
  return text.at;
}

export function textLength(): usize {
  return text.length;
}
