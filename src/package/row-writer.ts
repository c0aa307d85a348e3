import { type Compiled, compiled } from './compiled.ts';
import type { Compression } from './compression.ts';
import type { Segment } from './segment.ts';

/** In the template of a row: a place for the number that a cell shows, with a mark behind it. */
export const VALUE = '\u0000';
/** In the template of a row: a mark, from which on rows are likely to go on as the one before. */
export const MARK = '\u0001';
/** In the template of a row: a place for a digit of its number; one behind the other for all of them. */
export const DIGIT = '\u0002';

/** Memory is asked for in multiples of this. */
const ROOM = 1 << 16;

/** Rows as UTF-8; they hold until others are written. */
export interface Rows {
  bytes(): Uint8Array;
  /** Compresses them. @param crc computes a CRC-32 */
  segment(crc: Compression['crc']): Segment;
}

/** Writes rows of text by templates, and compresses them. */
export class RowWriter {
  readonly #compiled: Compiled = compiled();
  readonly #encoder = new TextEncoder();
  /** Which of a row's values are shown, and where they go. */
  #cells: readonly number[] = [];
  #shownAt = 0;
  #shown = new Float64Array(0);
  #taken = false;

  /**
   * Sets what the rows to come are like.
   *
   * @param template a row's text with {@link VALUE}, {@link MARK} and {@link DIGIT} in it, and as many marks as in every other one
   * @param cells which of a row's values stand at the places for them, in order
   */
  setTemplate(template: string, cells: readonly number[]): void {
    // A unit of UTF-16 takes at most 3 bytes.
    const most = 3 * template.length;
    const at = this.#compiled.templateRoom(most);
    const { written } = this.#encoder.encodeInto(template, new Uint8Array(this.#compiled.memory.buffer, at, most));
    this.#shownAt = this.#compiled.readTemplate(written);
    this.#cells = cells;
  }

  /**
   * Writes a row.
   *
   * @param number of the row, a whole one with as many digits as the template has places for
   * @param values of its cells; finite where they are shown
   */
  write(number: number, values: ArrayLike<number>): void {
    this.#clearTaken();
    const cells = this.#cells;
    const { buffer } = this.#compiled.memory;
    // Where the memory has grown, it is another one.
    if (this.#shown.buffer !== buffer || this.#shown.byteOffset !== this.#shownAt || this.#shown.length < cells.length)
      this.#shown = new Float64Array(buffer, this.#shownAt, cells.length);
    const shown = this.#shown;
    for (let k = 0; k < cells.length; k++) shown[k] = values[cells[k] as number] as number;
    this.#compiled.writeRow(number);
  }

  /** Writes a text that stands between rows. */
  text(text: string): void {
    if (text === '') return;
    this.setTemplate(text, []);
    this.write(0, []);
  }

  /** All that was written since the last time. */
  take(): Rows {
    this.#clearTaken();
    this.#taken = true;
    const { memory, textAt, textLength } = this.#compiled;
    const bytes = (): Uint8Array => new Uint8Array(memory.buffer, textAt(), textLength());
    return { bytes, segment: (crc) => ({ crc: crc(bytes()), size: textLength(), deflated: this.#deflated() }) };
  }

  #deflated(): Uint8Array {
    const { memory, deflate, deflatedAt, deflatedLength } = this.#compiled;
    deflate();
    const length = deflatedLength();
    // In few sizes, so that memory which is given back fits what is asked for next.
    const kept = new Uint8Array(Math.ceil(length / ROOM) * ROOM);
    kept.set(new Uint8Array(memory.buffer, deflatedAt(), length));
    return kept.subarray(0, length);
  }

  #clearTaken(): void {
    if (this.#taken) this.#compiled.clear();
    this.#taken = false;
  }
}
