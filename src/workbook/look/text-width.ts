/**
 * How wide texts are in Calibri, so that columns and rows have room for them: widths of letters in thousandths of the font's size, as the
 * metrically equal Carlito has them.
 */

const LETTERS: readonly (readonly [width: number, letters: string])[] = [
  [235, " ijl|',I·"],
  [260, '.:;’`'],
  [310, '-()[]{}f!J'],
  [345, 'rt‹›"²'],
  [400, 'scz/\\'],
  [430, 'vkxyLT'],
  [470, 'agεβZSYFE_?'],
  [507, '0123456789$#=<>+−×–^~√e'],
  [530, 'bdhnopquηδ∂σKPRBCX'],
  [600, 'AV'],
  [635, 'DGHNUQO½'],
  [705, '%&…'],
  [720, 'w'],
  [805, 'm'],
  [890, '@WM↘↗↕∞'],
];

const widths = new Map(LETTERS.flatMap(([width, letters]) => [...letters].map((letter) => [letter, width] as const)));

/** Of a letter that is not in the list: as wide as most. */
const OTHER = 560;

const PIXELS_PER_POINT = 96 / 72;

/** Bold letters are that much wider. */
const BOLD = 1.03;

/** What the look of a text says about its width. */
export interface TextLook {
  /** In points. */
  readonly size: number;
  readonly bold?: boolean;
}

/** The width of a text without line breaks, in pixels. */
export function textWidth(text: string, { size, bold = false }: TextLook): number {
  let width = 0;
  for (const letter of text) width += widths.get(letter) ?? OTHER;
  return (width / 1000) * size * PIXELS_PER_POINT * (bold ? BOLD : 1);
}

/** Pixels that a cell leaves free left and right of its text, together. */
export const CELL_PADDING = 6;

/** Lines that a text takes in a column of so many pixels, which breaks it between words, and within words that are longer than a line. */
export function wrappedLines(text: string, width: number, look: TextLook): number {
  const room = Math.max(1, width - CELL_PADDING);
  return text.split('\n').reduce((lines, line) => lines + linesOfOne(line, room, look), 0);
}

function linesOfOne(text: string, room: number, look: TextLook): number {
  const space = textWidth(' ', look);
  let lines = 1;
  let used = 0;
  for (const word of text.split(' ')) {
    const wide = textWidth(word, look);
    if (used > 0 && used + space + wide > room) {
      lines++;
      used = 0;
    }
    used += wide + (used > 0 ? space : 0);
    while (used > room) {
      lines++;
      used -= room;
    }
  }
  return lines;
}
