import type { RowBlock } from '../training/filling.ts';
import type { BorrowedRows } from './row-press/index.ts';

/** A stretch of a part: its text; rows; or rows that are still to be made. */
export type Piece = string | BorrowedRows | RowBlock;

/** Letters after which a text is a piece of its own: to compress one takes ten times its room. */
export const PIECE_LETTERS = 250_000;

/** Pieces with every text cut that is longer. */
export function* shortPieces(pieces: Iterable<Piece>): Generator<Piece> {
  for (const piece of pieces)
    if (typeof piece === 'string') yield* shortTexts(piece);
    else yield piece;
}

function* shortTexts(text: string): Generator<string> {
  let from = 0;
  while (text.length - from > PIECE_LETTERS) {
    const to = from + PIECE_LETTERS;
    // Both halves of a letter beyond U+FFFF stay together.
    const end = isFirstHalf(text.charCodeAt(to - 1)) ? to + 1 : to;
    yield text.slice(from, end);
    from = end;
  }
  yield text.slice(from);
}

const isFirstHalf = (unit: number): boolean => unit >= 0xd8_00 && unit < 0xdc_00;
