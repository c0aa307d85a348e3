/** What the zip needs of its platform. */
export interface Compression {
  /** CRC-32 of bytes that follow on bytes of a CRC-32 already known (0 for none). Source: RFC 1952, 8. */
  crc32(bytes: Uint8Array, before: number): number;
  /** Raw deflate (RFC 1951) of bytes that come in pieces. */
  deflate(pieces: Iterable<Uint8Array>): AsyncIterable<Uint8Array>;
}
