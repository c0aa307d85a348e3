import { ACCURACY, TEST_ACCURACY, TEST_ERROR } from '../../quantities/classes.ts';
import { absolute, onSheet } from '../../sheet/address.ts';
import type { SheetDraft } from '../../sheet/draft.ts';
import { type Look, look } from '../../sheet/look.ts';
import { type Book, traceOf } from '../book.ts';
import { NONE } from '../course.ts';
import { rateSheet, type TableLayout } from '../layout.ts';
import { formats } from '../look/style.ts';
import { live } from '../numbers/live.ts';
import { START_WIDTHS, summaryColumns, summaryRows } from './layout.ts';
import { startWords } from './words.ts';

/** How well each run does in the end, in columns of their own: accuracy, and error and accuracy of the samples that test. */

const SCORE_WIDTH = 64;

/** Pixels that the trend can spare for them. */
const SPARED = 36;

/** The names of those that the network has. */
const scoresOf = (table: TableLayout): readonly (typeof ACCURACY | typeof TEST_ERROR | typeof TEST_ACCURACY)[] =>
  ([ACCURACY, TEST_ERROR, TEST_ACCURACY] as const).filter((name) => table.has(name));

/** Widths of the columns of Start in pixels. */
export function startWidths({ table }: Pick<Book, 'table'>): readonly number[] {
  const scores = scoresOf(table);
  const widths = START_WIDTHS.map((width, k) =>
    scores.length > 0 && k === summaryColumns.state - 1 ? width - SPARED : width,
  );
  return [...widths.slice(0, -1), ...scores.map(() => SCORE_WIDTH), ...widths.slice(-1)];
}

/** Writes the columns. @param head and cell how their cells look */
export function writeScores(sheet: SheetDraft, book: Book, head: Look, cell: Parameters<typeof look>[0]): void {
  const { table, traces } = book;
  for (const [k, name] of scoresOf(table).entries()) {
    const column = summaryColumns.open + 1 + k;
    const format = name === TEST_ERROR ? formats.largeError : formats.ratio;
    sheet.put(summaryRows.head, column, startWords.summary.scores[name], head);
    for (const position of traces.keys()) {
      const { learningRate, row } = traceOf(book, position);
      const last = absolute(table.row(table.iterations), table.column(name));
      const value = row(table.iterations)[table.column(name) - 2] ?? Number.NaN;
      const formula = `IFERROR(${onSheet(rateSheet(learningRate), last)},"${NONE}")`;
      const content = live(formula, Number.isFinite(value) ? value : NONE);
      sheet.put(summaryRows.head + 1 + position, column, content, look({ ...cell, format }));
    }
  }
}
