import type { RowBlock } from '../training/filling.ts';
import type { BorrowedRows, RowWriter, Segment } from './row-press/index.ts';

/** A stretch of a part: its text; rows; rows that are still to be made; or any of these, compressed. */
export type Piece = string | BorrowedRows | RowBlock | Segment;

/** Letters after which a text is a piece of its own: to compress one takes ten times its room. */
export const PIECE_LETTERS = 250_000;

/** Compresses texts at once, so that what they are made of can go. */
export function compressed(texts: Iterable<string>, writer: RowWriter): readonly Segment[] {
  const segments: Segment[] = [];
  for (const text of texts)
    for (const piece of shortTexts(text)) {
      writer.text(piece);
      segments.push(writer.take().segment());
    }
  return segments;
}

/** A text, where it is longer than a piece, cut into pieces. */
export function* shortTexts(text: string): Generator<string> {
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
