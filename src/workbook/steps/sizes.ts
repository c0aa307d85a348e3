import type { Book } from '../book.ts';
import { linesOf } from './look.ts';

/** The texts of a step that may need several lines. */
export interface StepTexts {
  readonly symbols: string;
  readonly numbers: string;
  readonly words: string;
}

/** Widths of the columns of the sheet Steps, and heights of its rows, in pixels. */
export interface StepSizes {
  readonly widths: readonly number[];
  height(texts: StepTexts): number;
}

/** Widths of the texts' columns where no text is very long. */
const USUAL = { symbols: 350, numbers: 320, words: 310 } as const;

/** The widest that a column can be is 255 characters of 7 pixels (ECMA-376 Part 1, 18.3.1.13 col); the highest row is 545 pixels. */
const WIDEST = 1785;
const HIGHEST = 545;
const LINE_HEIGHT = 15;
const ROW_MARGIN = 6;

/** Lines from which on a column becomes wider: some room is left for other numbers, which may be longer than the present ones. */
const MOST_LINES = 28;

/** How much wider a column is made at a time. */
const STEP = 50;

/** The quantities' column follows the longest name; those of texts grow where one would be higher than a row can be. */
export function stepSizes({ steps }: Book, texts: readonly StepTexts[]): StepSizes {
  const names = steps.sections.flatMap(({ section }) => section.steps.map((step) => step.name.length));
  const quantity = Math.max(88, 8 * Math.max(...names) + 8);
  const widthOf = (of: keyof StepTexts): number => {
    const long = texts.map((text) => text[of]).filter((text) => linesOf(text, USUAL[of]) > MOST_LINES);
    let width: number = USUAL[of];
    while (width < WIDEST && long.some((text) => linesOf(text, width) > MOST_LINES)) width += STEP;
    return Math.min(width, WIDEST);
  };
  const [symbols, numbers, words] = [widthOf('symbols'), widthOf('numbers'), widthOf('words')];
  return {
    widths: [16, 34, quantity, symbols, numbers, 96, 60, words, 110, 20, 56, 84, 110],
    height: (text) => {
      const lines = Math.max(
        linesOf(text.symbols, symbols),
        linesOf(text.numbers, numbers),
        linesOf(text.words, words),
      );
      return Math.min(HIGHEST, Math.max(21, LINE_HEIGHT * lines + ROW_MARGIN));
    },
  };
}
