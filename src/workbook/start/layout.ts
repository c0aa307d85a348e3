import { absolute } from '../../sheet/address.ts';
import type { Book } from '../book.ts';

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

/**
 * Widths of the columns in pixels: margin, badges, names, sentences, gap; then the summary from {@link summaryColumns} on. Together as
 * much as LibreOffice shows on a screen 1366 pixels wide.
 */
export const startWidths = ({ names }: Pick<Book, 'names'>): readonly number[] => [
  ...BEFORE_SUMMARY,
  ...(names === undefined ? SUMMARY : NAMED_SUMMARY),
  8,
];

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
