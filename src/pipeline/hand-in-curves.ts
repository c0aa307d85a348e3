import { courseFacts } from '../hand-in/course.ts';
import type { CurveReading } from '../hand-in/course-words.ts';
import { numberText } from '../hand-in/number-words.ts';
import type { CurveSection } from '../hand-in/page.ts';
import { type Curve, linearRange } from '../picture/plot/range.ts';
import { type SheetCell, shownContent } from '../sheet/cell.ts';
import type { LineChart } from '../sheet/line-chart.ts';
import { isLineChart } from '../sheet/sheet.ts';
import type { Workbook } from '../sheet/workbook.ts';
import type { Book } from '../workbook/book.ts';
import { labelOf, runParts, runTable } from '../workbook/book.ts';
import { calledIn } from '../workbook/called.ts';
import { halfStart, states, tailStart } from '../workbook/course.ts';
import { READING } from '../workbook/learning-rates/reading.ts';
import { START_SHEET, summaryColumns, summaryRows, THRESHOLD } from '../workbook/start/layout.ts';
import { errorDrawing, type HandInPicture } from './hand-in-pictures.ts';

/** What a hand-in says of error curves, with the words and numbers that the workbook's sheets show. */

/** The curve of a run, which has a number for every iteration. */
export type RunCurve = Curve & { readonly errors: Float64Array };

/** The upper end of a picture, where some error lies above it. */
export const clippedAt = (curves: readonly RunCurve[], end: number): number | undefined =>
  curves.some(({ errors }) => errors.some((error) => error > end && Number.isFinite(error))) ? end : undefined;

/** The curve of every learning rate with all that is said of it. */
export function curveSections(
  book: Book,
  workbook: Workbook,
  curves: readonly RunCurve[],
): readonly (CurveSection & { readonly picture: HandInPicture })[] {
  const { table, traces } = book;
  const threshold = thresholdOf(workbook);
  const lasts = curves.map(({ errors }) => errors[errors.length - 1] ?? Number.NaN);
  return traces.map((trace, k) => {
    const label = labelOf(book, k);
    const called = calledIn(book);
    const { topology } = runParts(book, k);
    const errors = trace.series(trace.curve);
    const facts = courseFacts(errors, threshold);
    const state = String(
      shownAt(workbook, START_SHEET, { row: summaryRows.head + 1 + k, column: summaryColumns.state }),
    );
    const own = curves.slice(k, k + 1);
    const most = clippedAt(own, linearRange(own).to);
    return {
      ...{ label: typeof label === 'number' ? numberText(label) : label, clippedAt: most, state },
      picture: errorDrawing(errorChart(workbook, runTable(book, k).sheet), {
        ...{ error: topology.curve, most, called, label: String(label) },
        file: called.named ? `run-${k + 1}` : String(label),
      }),
      reading: {
        ...{ error: topology.curve, facts, state, finding: findingOf(state), threshold },
        ...{ tail: tailStart(table.iterations), half: halfStart(table.iterations) },
        ...{ inBatches: topology.epoch > 1, place: placeOf(k, lasts), called: called.many },
      },
    };
  });
}

/** What the cell of a sheet shows. */
function shownAt({ sheets }: Workbook, name: string, at: Pick<SheetCell, 'row' | 'column'>): number | string | null {
  const sheet = sheets.find((each) => each.name === name);
  const cell = sheet?.cells.find(({ row, column }) => row === at.row && column === at.column);
  if (cell === undefined) throw new RangeError(`The sheet ${name} has no such cell.`);
  return shownContent(cell.content);
}

/** The sentence on the sheet that compares the runs. */
export const comparisonOf = (book: Book, workbook: Workbook): string =>
  String(shownAt(workbook, calledIn(book).sheet, READING));

/** The threshold that stands on Start. */
export const thresholdOf = (workbook: Workbook): number => Number(shownAt(workbook, START_SHEET, THRESHOLD));

/** What Start says that a run does, as one of its words; undefined where it has no number in the end. */
const findingOf = (state: string): CurveReading['finding'] =>
  (['single', 'oscillates', 'still', 'level', 'falls', 'rises'] as const).find((each) => state === states[each]);

/** Errors this near to each other, relative to their size, share a place. */
const SAME = 1e-9;

/** The place of a run by its last error; undefined where it has none, shares it, or is the only one with a number. */
function placeOf(k: number, lasts: readonly number[]): CurveReading['place'] {
  const own = lasts[k] ?? Number.NaN;
  const others = lasts.filter((last, other) => other !== k && Number.isFinite(last));
  if (!Number.isFinite(own) || others.length === 0) return undefined;
  if (others.some((other) => Math.abs(other - own) <= SAME * Math.abs(own))) return undefined;
  const place = 1 + others.filter((other) => other < own).length;
  return { place, of: others.length + 1, diverged: lasts.length - others.length - 1 };
}

/** The chart of errors on the sheet of a run. */
function errorChart({ sheets }: Workbook, sheet: string): LineChart {
  const chart = sheets.find(({ name }) => name === sheet)?.charts.find(isLineChart);
  if (chart === undefined) throw new RangeError(`The sheet ${sheet} has no chart of errors.`);
  return chart;
}
