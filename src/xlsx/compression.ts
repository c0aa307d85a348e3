import type { Segment } from './segment.ts';

/** What the package needs of its platform. */
export interface Compression {
  /** Compresses a stretch of a file by itself. */
  segment(bytes: Uint8Array): Segment | Promise<Segment>;
  /** The CRC-32 of bytes. */
  crc(bytes: Uint8Array): number;
}
