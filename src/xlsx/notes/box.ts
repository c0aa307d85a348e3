/** How large the box of a note has to be for all of its text to be seen, in pixels. */

/** Points of the text of a note. */
export const NOTE_SIZE = 9;

/** A box of a note, in pixels. */
export interface NoteBox {
  readonly width: number;
  readonly height: number;
}

/** Between the border of the box and its text, on both sides together. */
const INSET = { width: 24, height: 14 } as const;

/** A careful guess at a letter of Calibri: most are narrower; capitals and digits, which words have few of, are not. */
const LETTER_WIDTH = 6.6;
const LINE_HEIGHT = 16;

/** A box is as wide as its longest line, up to so many letters; then lines break. */
const LETTERS = { least: 18, most: 46 } as const;

/** The box for a text. */
export function noteBox(text: string): NoteBox {
  const paragraphs = text.split('\n');
  const longest = Math.max(...paragraphs.map(({ length }) => length));
  const letters = Math.min(LETTERS.most, Math.max(LETTERS.least, longest));
  const lines = paragraphs.reduce((sum, paragraph) => sum + linesOf(paragraph, letters), 0);
  return { width: Math.ceil(letters * LETTER_WIDTH) + INSET.width, height: lines * LINE_HEIGHT + INSET.height };
}

/** Lines of a paragraph that breaks between words, and within a word that is longer than a line. */
function linesOf(paragraph: string, letters: number): number {
  let lines = 1;
  let used = 0;
  for (const word of paragraph.split(' ')) {
    if (used > 0 && used + 1 + word.length > letters) {
      lines++;
      used = 0;
    }
    used += word.length + (used > 0 ? 1 : 0);
    while (used > letters) {
      lines++;
      used -= letters;
    }
  }
  return lines;
}
