import { type PressModule, pressModule } from './compiled.ts';
import type { Segment } from './segment.ts';

/** In the template of a row: a place for the number that a cell shows, with a mark after it. */
export const VALUE = '\u0000';
/** In the template of a row: a mark, from which on rows are likely to go on as the one before. */
export const MARK = '\u0001';
/** In the template of a row: as many in a run as a number has digits, that of the row with an offset. */
export const ROW = '\u0002';
/** The same for a number that is set with the template. */
export const INDEX = '\u0003';

/** What is the same in many rows, and where they differ. */
export interface Template {
  /** A row's text with {@link VALUE}, {@link MARK}, {@link ROW} and {@link INDEX} in it, and as many marks as in every other one. */
  readonly text: string;
  /** What to add to the number of each run of ROW and INDEX, in order. */
  readonly offsets: readonly number[];
  /** Which of a row's values stand at the places for them, in order. */
  readonly cells: readonly number[];
}

/** What has more bytes than this, memory is asked for in multiples of another: few sizes, so that what is given back fits what is asked for next. */
const SMALL = 1 << 14;
const ROOM = 1 << 16;

/** Rows and other text as UTF-8, on loan: they are to be used up before others are written. */
export interface BorrowedRows {
  /** The text itself, in the memory of the writer. */
  bytes(): Uint8Array;
  /** Compresses it. */
  segment(): Segment;
}

/** Writes rows of text by templates, and other text as it is, and compresses both. */
export class RowWriter {
  readonly #compiled: PressModule = pressModule();
  readonly #encoder = new TextEncoder();
  /** Which of a row's values are shown, and where they go. */
  #cells: readonly number[] = [];
  #shownAt = 0;
  #shown = new Float64Array(0);
  #taken = false;

  /** Sets what the rows to come are like. @param index the number that runs of INDEX take, with their offsets */
  setTemplate({ text, offsets, cells }: Template, index = 0): void {
    const { memory, templateRoom, readTemplate, offsetsAt, setIndex, valuesAt } = this.#compiled;
    // A unit of UTF-16 takes at most 3 bytes.
    const most = 3 * text.length;
    const at = templateRoom(most);
    readTemplate(this.#encoder.encodeInto(text, new Uint8Array(memory.buffer, at, most)).written);
    new Int32Array(memory.buffer, offsetsAt(), offsets.length).set(offsets);
    setIndex(index);
    this.#cells = cells;
    this.#shownAt = valuesAt();
  }

  /**
   * Writes a row.
   *
   * @param row its number, from 0 on; with each offset it has as many digits as the template has places for
   * @param values of its cells; finite where they are shown
   */
  write(row: number, values: ArrayLike<number>): void {
    this.#clearTaken();
    const cells = this.#cells;
    const { buffer } = this.#compiled.memory;
    // Where the memory has grown, it is another one.
    if (this.#shown.buffer !== buffer || this.#shown.byteOffset !== this.#shownAt || this.#shown.length < cells.length)
      this.#shown = new Float64Array(buffer, this.#shownAt, cells.length);
    const shown = this.#shown;
    for (let k = 0; k < cells.length; k++) shown[k] = values[cells[k] as number] as number;
    this.#compiled.writeRow(row);
  }

  /** Writes a text that stands between rows. */
  text(text: string): void {
    if (text === '') return;
    this.setTemplate({ text, offsets: [], cells: [] });
    this.write(0, []);
  }

  /** Bytes that were written since the last time that they were taken. */
  get length(): number {
    return this.#taken ? 0 : this.#compiled.textLength();
  }

  /** All that was written since the last time. */
  take(): BorrowedRows {
    this.#clearTaken();
    this.#taken = true;
    const { memory, textAt, textCrc, textLength } = this.#compiled;
    const bytes = (): Uint8Array => new Uint8Array(memory.buffer, textAt(), textLength());
    return { bytes, segment: () => ({ crc: textCrc() >>> 0, size: textLength(), deflated: this.#deflated() }) };
  }

  #deflated(): Uint8Array {
    const { memory, deflate, deflatedAt, deflatedLength } = this.#compiled;
    deflate();
    const length = deflatedLength();
    const kept = new Uint8Array(length < SMALL ? length : Math.ceil(length / ROOM) * ROOM);
    kept.set(new Uint8Array(memory.buffer, deflatedAt(), length));
    return kept.subarray(0, length);
  }

  #clearTaken(): void {
    if (this.#taken) this.#compiled.clear();
    this.#taken = false;
  }
}
