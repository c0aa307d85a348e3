import { expect, test } from 'vitest';
import { releaseBuffer } from '../../src/node/release-buffer.ts';

test.each([
  ['a large piece with memory of its own is empty afterwards', new Uint8Array(1 << 16), 0],
  ['a small one stays', new Uint8Array(100), 100],
  ['a part of something larger stays', new Uint8Array(1 << 17).subarray(0, 1 << 15), 1 << 15],
])('%s', (_, piece, left) => {
  releaseBuffer(piece);
  expect(piece.length).toBe(left);
});
