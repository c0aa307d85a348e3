import { describe, expect, test } from 'vitest';
import { PIECE_LETTERS, shortTexts } from '../../src/xlsx/piece.ts';

describe('a text', () => {
  test.each([
    ['that is short', 'abc', 1],
    ['of nothing', '', 1],
    ['that just fits', 'a'.repeat(PIECE_LETTERS), 1],
    ['that does not', 'a'.repeat(PIECE_LETTERS + 1), 2],
    ['with a letter of two halves at the cut', `${'a'.repeat(PIECE_LETTERS - 1)}🙂b`, 2],
  ])('%s has no pieces that are too long, and no halves of letters', (_, text, count) => {
    const pieces = [...shortTexts(text)];
    expect(pieces).toHaveLength(count);
    expect(pieces.join('')).toBe(text);
    expect(new TextDecoder().decode(Buffer.concat(pieces.map((piece) => Buffer.from(piece))))).toBe(text);
  });
});
