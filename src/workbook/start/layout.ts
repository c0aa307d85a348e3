import { ACCURACY, TEST_ACCURACY, TEST_ERROR } from '../../quantities/classes.ts';
import { absolute } from '../../sheet/address.ts';
import type { Book } from '../book.ts';
import type { TableLayout } from '../layout.ts';

/** The first sheet: what this is and where everything stands. */
export const START_SHEET = 'Start';

/** The threshold of E_total that a person may edit. */
export const THRESHOLD = { row: 17, column: 11 } as const;
export const THRESHOLD_CELL = absolute(THRESHOLD.row, THRESHOLD.column);

/** Of the columns before the summary, and of those of the summary. */
const BEFORE_SUMMARY = [8, 26, 112, 334, 14];
const SUMMARY = [52, 70, 70, 70, 58, 86, 160, 70];

/** The same where runs have names, which are longer than learning rates. */
const NAMED_SUMMARY = [112, 66, 66, 66, 52, 78, 138, 58];

/** Of each column that says how well a run does in the end, and what the trend can spare for them. */
const SCORE_WIDTH = 64;
const SPARED = 36;

/** The names of what says how well a run does in the end, of what any of them has: accuracy, and error and accuracy of the samples that test. */
export const scoredNames = ({
  runs,
}: {
  readonly runs: readonly { readonly table: Pick<TableLayout, 'has'> }[];
}): readonly (typeof ACCURACY | typeof TEST_ERROR | typeof TEST_ACCURACY)[] =>
  ([ACCURACY, TEST_ERROR, TEST_ACCURACY] as const).filter((name) => runs.some(({ table }) => table.has(name)));

/**
 * Widths of the columns in pixels: margin, badges, names, sentences, gap; then the summary from {@link summaryColumns} on.
 */
export function startWidths({ names, runs }: Pick<Book, 'names' | 'runs'>): readonly number[] {
  const scores = scoredNames({ runs });
  const summary = (names === undefined ? SUMMARY : NAMED_SUMMARY).map((width, k) =>
    scores.length > 0 && k === summaryColumns.state - summaryColumns.rate ? width - SPARED : width,
  );
  return [...BEFORE_SUMMARY, ...summary, ...scores.map(() => SCORE_WIDTH), 8];
}

/** Pixels that LibreOffice shows of a sheet on a screen of 1366, where it draws columns wider than they are. */
const SCREEN = 1140;

/** Where the summary is wide, it opens as small as need be to be seen as a whole, per cent. */
export const startZoom = (book: Pick<Book, 'names' | 'runs'>): number =>
  Math.min(100, Math.floor((100 * SCREEN) / startWidths(book).reduce((sum, width) => sum + width, 0)));

/** Columns of the summary, counted from 1. */
export const summaryColumns = {
  rate: 6,
  first: 7,
  last: 8,
  smallest: 9,
  at: 10,
  below: 11,
  state: 12,
  open: 13,
} as const;

/** Rows of the summary: its title, which also holds the threshold, and the head of the table, which is higher: beside it stands a heading. */
export const summaryRows = { title: 17, head: 18 } as const;

/** A formula of the threshold's cell, which may hold anything: the one where it holds a threshold, the other where not. */
export const thresholdOr = (cell: string, then: string, otherwise: string): string =>
  `IF(ISNUMBER(${cell}),IF(${cell}>0,${then},${otherwise}),${otherwise})`;

/** A fifth of the first error, rounded to one digit: 0.05 for the class network. */
export function defaultThreshold({ traces, table }: Pick<Book, 'traces' | 'table'>): number {
  const [trace] = traces;
  const first = trace?.row(1)[table.column(trace.curve) - 2] ?? Number.NaN;
  return first > 0 && Number.isFinite(first) ? Number((first / 5).toPrecision(1)) : 0.01;
}
