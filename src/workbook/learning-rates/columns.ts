import type { Book } from '../book.ts';
import { ratesLayout } from '../layout.ts';

/** Columns of the sheet Learning rates: the table, the charts, and at the far right what charts and texts are made of. */

/** Pixels that LibreOffice shows of a sheet on a screen of 1366, where it draws columns wider than they are. */
const SCREEN = 1130;

/** The size of the charts, in pixels: they end where the screen does, as long as the table beside them leaves them room enough. */
export const chartSize = (book: Rates): { readonly width: number; readonly height: number } => ({
  width: Math.max(LEAST_WIDTH, Math.min(780, besideTable(book))),
  height: 370,
});

const LEAST_WIDTH = 520;

/** Pixels of the screen that the table leaves. */
const besideTable = ({ traces }: Rates): number => SCREEN - ITERATION_WIDTH - traces.length * RATE_WIDTH - GAP;

/** Whether the charts are seen when the sheet opens. */
export const seesCharts = (book: Rates): boolean => besideTable(book) >= LEAST_WIDTH;

const ITERATION_WIDTH = 66;
const RATE_WIDTH = 80;

/** Between the table, the charts and the working, in pixels. */
export const GAP = 24;

/** Columns that the charts stand over; the first holds the threshold. */
const chartWidths = (book: Rates): readonly number[] => [180, 140, chartSize(book).width - 180 - 140];

const CHART_COLUMNS = 3;

/** What the reading is made of takes so many columns. */
const PARTS = 5;

/** Where runs have names, also how many have risen. */
const partsOfSentence = ({ names }: Pick<Rates, 'names'>): number => (names === undefined ? PARTS : PARTS + 1);

/** Only how many learning rates there are counts here. */
interface Rates {
  readonly traces: { readonly length: number };
  /** What runs are called, where they have names. */
  readonly names?: readonly string[] | undefined;
}

type Samples = Rates & Pick<Book, 'shown'>;

/** The first column of the charts, counted from 1. */
export const chartsColumn = ({ traces }: Rates): number => ratesLayout.column(traces.length) + 1;

/** The first column of the working, counted from 1. */
export const workingColumn = (book: Rates): number => chartsColumn(book) + CHART_COLUMNS + 1;

/** The column with the numbers of the k-th learning rate that a logarithmic axis can show. */
export const logarithmicColumn = (book: Rates, k: number): number => workingColumn(book) + k;

/** The column with the numbers of the k-th learning rate that the charts with an even axis draw. */
export const evenColumn = (book: Rates, k: number): number =>
  workingColumn(book) + Math.max(book.traces.length, partsOfSentence(book)) + k;

/** The first column after the parts of the sentence and the numbers for the charts. */
const samplesColumn = (book: Rates): number => evenColumn(book, book.traces.length);

/** All columns that hold what texts and charts are made of, and the gap before them. */
export function hiddenColumns(book: Samples & Pick<Book, 'runs'>): readonly number[] {
  const last = book.shown.sampled
    ? sampledColumn(book, book.traces.length, 0) - 1
    : evenColumn(book, book.traces.length) - 1;
  const first = workingColumn(book) - 1;
  return Array.from({ length: last - first + 1 }, (_, k) => first + k);
}

/** The column with the iterations of the logarithmic chart. */
export const logarithmicIterationColumn = (book: Samples): number =>
  book.shown.sampled ? samplesColumn(book) : ratesLayout.iterationColumn;

/** The column that holds a sample of a line of a learning-rate sheet's charts, by the positions of the rate and of the line. */
export const sampledColumn = (book: Rates & Pick<Book, 'runs'>, rate: number, line: number): number =>
  book.runs.slice(0, rate).reduce((column, { table }) => column + table.lines.length, samplesColumn(book) + 1 + line);

/** Widths of all columns, in pixels. */
export const columnWidths = ({ traces, names }: Rates): readonly number[] => [
  ITERATION_WIDTH,
  ...Array.from({ length: traces.length }, () => RATE_WIDTH),
  GAP,
  ...chartWidths({ traces }),
  GAP,
  ...Array.from({ length: Math.max(traces.length, partsOfSentence({ names })) + traces.length }, () => RATE_WIDTH),
];
