import type { Book } from '../book.ts';
import { CELL_PADDING, textWidth, wrappedLines } from '../look/text-width.ts';
import { stepTextSizes } from './look.ts';

/** The texts of a step that may need several lines. */
export interface StepTexts {
  readonly symbols: string;
  readonly numbers: string;
  readonly words: string;
}

/** Widths of the columns of the sheet Steps, and heights of its rows, in pixels. */
export interface StepSizes {
  readonly widths: readonly number[];
  /** @param others the numbers of other iterations put in, which have to fit as well */
  height(texts: StepTexts, others: readonly string[]): number;
}

/** Pixels that LibreOffice shows of a sheet on a screen of 1366, where it draws columns wider than they are. */
const SCREEN = 1140;

const FIXED = { margin: 8, number: 28, result: 100, agrees: 54 } as const;

/** Shares of the texts' columns in what the others leave of the screen, where no text is very long. */
const SHARES = { symbols: 0.31, numbers: 0.32, words: 0.37 } as const;
const LEAST_WIDTH = 200;

/** Columns right of the words: what other cells are made of. */
const WORKING = [110, 20, 56, 84, 110, 40] as const;

/** The widest that a column can be is 255 characters of 7 pixels (ECMA-376 Part 1, 18.3.1.13 col); the highest row is 545 pixels. */
const WIDEST = 1785;
const HIGHEST = 545;
const LINE_HEIGHT = 15;
const ROW_MARGIN = 6;

/** Lines from which on a column becomes wider: some room is left for other numbers, which may be longer than the present ones. */
const MOST_LINES = 28;

/** How much wider a column is made at a time. */
const STEP = 50;

/** Lines of a text in a column of so many pixels. */
const linesOf = (of: keyof StepTexts, text: string, width: number): number =>
  wrappedLines(text, width, { size: stepTextSizes[of] });

/** The quantities' column follows the longest name, the texts share what is left; one grows where a row would be higher than it can be. */
export function stepSizes({ steps }: Book, texts: readonly StepTexts[]): StepSizes {
  const { margin, number, result, agrees } = FIXED;
  const names = steps.sections.flatMap(({ section }) => section.steps.map((step) => step.name));
  const look = { size: stepTextSizes.quantity, bold: true };
  const quantity = Math.max(80, ...names.map((name) => Math.ceil(textWidth(name, look)) + CELL_PADDING + 4));
  const rest = SCREEN - margin - number - quantity - result - agrees;
  const widthOf = (of: keyof StepTexts): number => {
    let width = Math.max(LEAST_WIDTH, Math.round(SHARES[of] * rest));
    const long = texts.map((text) => text[of]).filter((text) => linesOf(of, text, width) > MOST_LINES);
    while (width < WIDEST && long.some((text) => linesOf(of, text, width) > MOST_LINES)) width += STEP;
    return Math.min(width, WIDEST);
  };
  const [symbols, numbers, words] = [widthOf('symbols'), widthOf('numbers'), widthOf('words')];
  return {
    widths: [margin, number, quantity, symbols, numbers, result, agrees, words, ...WORKING],
    height: (text, others) => {
      const lines = Math.max(
        linesOf('symbols', text.symbols, symbols),
        ...[text.numbers, ...others].map((each) => linesOf('numbers', each, numbers)),
        linesOf('words', text.words, words),
      );
      return Math.min(HIGHEST, Math.max(21, LINE_HEIGHT * lines + ROW_MARGIN));
    },
  };
}
