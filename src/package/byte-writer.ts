import { NUMBER_BYTES, writeNumber } from './number-text.ts';

/** A text as UTF-8, and places in it, in order. */
export interface Marked {
  readonly bytes: Uint8Array;
  readonly marks: Int32Array;
}

/** Puts texts and numbers behind one another as UTF-8, at once: strings that are put together first would fill the memory with garbage. */
export class ByteWriter {
  readonly #encoder = new TextEncoder();
  #bytes = new Uint8Array(1 << 16);
  #length = 0;
  #marks = new Int32Array(1 << 12);
  #marked = 0;

  text(text: string): void {
    // A unit of UTF-16 takes at most 3 bytes.
    this.#reserve(3 * text.length);
    this.#length += this.#encoder.encodeInto(text, this.#bytes.subarray(this.#length)).written;
  }

  /** A text that is UTF-8 already. */
  encoded(piece: Uint8Array): void {
    this.#reserve(piece.length);
    this.#bytes.set(piece, this.#length);
    this.#length += piece.length;
  }

  /** A finite number, as `String` writes it. */
  number(value: number): void {
    this.#reserve(NUMBER_BYTES);
    this.#length = writeNumber(value, this.#bytes, this.#length);
  }

  /** Remembers this place. */
  mark(): void {
    if (this.#marked === this.#marks.length) {
      const larger = new Int32Array(2 * this.#marked);
      larger.set(this.#marks);
      this.#marks = larger;
    }
    this.#marks[this.#marked++] = this.#length;
  }

  /** All that was written since the last time, and the places remembered; it holds until something is written again. */
  take(): Marked {
    const bytes = this.#bytes.subarray(0, this.#length);
    const marks = this.#marks.subarray(0, this.#marked);
    this.#length = this.#marked = 0;
    return { bytes, marks };
  }

  #reserve(count: number): void {
    const needed = this.#length + count;
    if (needed <= this.#bytes.length) return;
    const larger = new Uint8Array(2 * needed);
    larger.set(this.#bytes.subarray(0, this.#length));
    this.#bytes = larger;
  }
}
