import type { Segment } from './segment.ts';

/** What the package needs of its platform. */
export interface Compression {
  /**
   * Compresses a stretch of a file by itself.
   *
   * @param period after how many bytes it nearly repeats itself, as rows do; unknown where it is missing
   */
  segment(bytes: Uint8Array, period?: number): Segment | Promise<Segment>;
}
