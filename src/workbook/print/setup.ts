import { columnLetters } from '../../sheet/address.ts';
import type { PrintSetup } from '../../sheet/print.ts';
import type { SheetBody } from '../../sheet/sheet.ts';
import type { Book } from '../book.ts';
import { type Measure, measureOf, type Span } from './measure.ts';
import { type PrintPart, pagesOf, type Titles } from './pages.ts';
import { printWords } from './words.ts';

/** What of a sheet is printed, and how. */
export interface PrintPlan {
  readonly orientation?: PrintSetup['orientation'];
  readonly titles?: Titles;
  readonly parts: readonly PrintPart[];
  /** What is left out on purpose, for the foot of each page. */
  readonly note?: string;
}

/** Makes the print setup of a sheet of a kind, as it stands in the workbook. */
export type SheetPrint<Of = Book> = (sheet: SheetBody, book: Of, position: number) => PrintSetup;

/** Pages below one another of a list, and side by side of a table. */
export const MOST_HIGH = 10;
export const MOST_WIDE = 3;

/** Pages of the tables of all learning rates together, if each has more than one. */
const MOST_TABLE_PAGES = 60;

/** Pages side by side that each of several tables may have. */
export const mostWide = (tables: number): number =>
  Math.max(1, Math.min(MOST_WIDE, Math.floor(MOST_TABLE_PAGES / tables)));

/** Rows of a table that are printed: enough to see how it goes on. */
export const TABLE_ROWS = 20;

/** The rows of a table of iterations that are printed, and what is said of the others. */
export const firstIterations = (iterations: number): { readonly count: number; readonly note?: string } =>
  iterations <= TABLE_ROWS
    ? { count: iterations }
    : { count: TABLE_ROWS, note: printWords.rows(TABLE_ROWS, iterations) };

/** Parts a sheet into pages, as planned. */
export function printSetup(sheet: SheetBody, plan: (measure: Measure) => PrintPlan): PrintSetup {
  const measure = measureOf(sheet);
  const { orientation = 'landscape', titles = {}, parts, note } = plan(measure);
  const made = parts.map((part) => pagesOf(measure, part, orientation, titles));
  const notes = [note, made.some(({ cut }) => cut) ? printWords.inPart : undefined].filter(
    (text) => text !== undefined,
  );
  return {
    orientation,
    pages: made.flatMap(({ pages }) => pages),
    ...(titles.rows === undefined ? {} : { titleRows: rowsText(titles.rows) }),
    ...(titles.columns === undefined ? {} : { titleColumns: columnsText(titles.columns) }),
    ...(notes.length === 0 ? {} : { note: notes.join('. ') }),
  };
}

const rowsText = ({ first, last }: Span): string => `${first}:${last}`;
const columnsText = ({ first, last }: Span): string => `${columnLetters(first)}:${columnLetters(last)}`;
