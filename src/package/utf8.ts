/** Puts texts behind one another as UTF-8. Each is written at once: long texts put together of many would fill the memory with garbage. */
export class Utf8 {
  readonly #encoder = new TextEncoder();
  #bytes = new Uint8Array(1 << 16);
  #length = 0;

  add(text: string): void {
    // A unit of UTF-16 takes at most 3 bytes.
    const needed = this.#length + 3 * text.length;
    if (needed > this.#bytes.length) {
      const larger = new Uint8Array(2 * needed);
      larger.set(this.#bytes.subarray(0, this.#length));
      this.#bytes = larger;
    }
    this.#length += this.#encoder.encodeInto(text, this.#bytes.subarray(this.#length)).written;
  }

  /** All that was added since the last time; it holds until something is added again. */
  take(): Uint8Array {
    const taken = this.#bytes.subarray(0, this.#length);
    this.#length = 0;
    return taken;
  }
}
