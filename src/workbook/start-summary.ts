import type { Worksheet } from 'exceljs';
import { TOTAL_ERROR } from '../spec/topology.ts';
import { absolute, columnRange, onSheet, relative } from './address.ts';
import { type Book, linkTo } from './book.ts';
import { type Course, firstBelow, NONE, smallest, smallestAt, state, tail } from './course.ts';
import { RATES_SHEET, rateSheet, ratesLayout } from './layout.ts';
import { colors, ink } from './palette.ts';
import { live, put } from './sheet.ts';
import { defaultThreshold, THRESHOLD_CELL } from './start-layout.ts';
import { startWords } from './start-words.ts';
import { formats, look, styles } from './style.ts';
import { written, writtenFormula } from './written-number.ts';

const TITLE_ROW = 18;
const HEAD_ROW = 19;

/** Columns of the summary, counted from 1. */
const columns = { rate: 6, first: 7, last: 8, smallest: 9, at: 10, below: 11, state: 12, open: 13 } as const;

/** The summary per learning rate, all live, with the threshold that a person may edit. */
export function writeSummary(sheet: Worksheet, book: Book): void {
  const { summary } = startWords;
  put(sheet, TITLE_ROW, columns.rate, summary.title, look({ size: 13, bold: true, color: ink.strong }));
  put(sheet, TITLE_ROW, columns.at, summary.threshold(TOTAL_ERROR), look({ size: 11, bold: true, align: 'right' }));
  writeThreshold(sheet, defaultThreshold(book));
  for (const [k, text] of summary.head.entries())
    put(
      sheet,
      HEAD_ROW,
      columns.rate + k,
      text,
      look({ bold: true, color: colors.white, fill: ink.strong, align: 'center' }),
    );
  for (const position of book.traces.keys()) writeRun(sheet, book, position);
  writeReading(sheet, book);
}

function writeThreshold(sheet: Worksheet, value: number): void {
  const { summary } = startWords;
  const cell = sheet.getCell(THRESHOLD_CELL);
  cell.value = value;
  cell.style = styles.typed(formats.rate);
  cell.dataValidation = {
    type: 'decimal',
    operator: 'greaterThan',
    formulae: [0],
    allowBlank: false,
    showErrorMessage: true,
    errorTitle: summary.notAThreshold.title,
    error: summary.notAThreshold.text,
    showInputMessage: true,
    promptTitle: summary.thresholdHint.title,
    prompt: summary.thresholdHint.text,
  };
}

/** E_total of a run, as formulas on this sheet see it. */
function courseOf({ table, traces }: Book, position: number): Course {
  const { firstRow, iterationColumn, column, row } = ratesLayout;
  const at = column(position);
  const last = row(table.iterations);
  const cell = (iteration: number): string => onSheet(RATES_SHEET, absolute(row(iteration), at));
  return {
    totals: columnRange(RATES_SHEET, at, firstRow, last),
    iterations: columnRange(RATES_SHEET, iterationColumn, firstRow, last),
    later: columnRange(RATES_SHEET, at, firstRow + 1, last),
    earlier: columnRange(RATES_SHEET, at, firstRow, last - 1),
    first: cell(1),
    last: cell(table.iterations),
    beforeTail: cell(Math.max(1, table.iterations - tail(table.iterations))),
    values: traces[position]?.series(TOTAL_ERROR) ?? new Float64Array(),
  };
}

function writeRun(sheet: Worksheet, book: Book, position: number): void {
  const row = HEAD_ROW + 1 + position;
  const course = courseOf(book, position);
  const { values } = course;
  const rate = book.traces[position]?.learningRate ?? Number.NaN;
  const color = book.looks[position]?.line.color ?? ink.strong;
  const bottom = ['hair', colors.hair] as const;
  const number = (format: string, own = false): ReturnType<typeof look> =>
    look({ size: 11, color: own ? colors.black : colors.otherSheet, format, align: 'center', bottom });
  const orNone = (cell: string, value: number | undefined): ReturnType<typeof live> =>
    live(`IFERROR(${cell},"${NONE}")`, Number.isFinite(value) ? (value ?? NONE) : NONE);

  const rateCell = onSheet(RATES_SHEET, absolute(ratesLayout.headerRow, ratesLayout.column(position)));
  put(
    sheet,
    row,
    columns.rate,
    live(rateCell, rate),
    look({
      size: 11,
      bold: true,
      color: colors.otherSheet,
      format: formats.rate,
      align: 'center',
      left: ['thick', color],
      bottom,
    }),
  );
  put(sheet, row, columns.first, orNone(course.first, values[0]), number(formats.six));
  put(sheet, row, columns.last, orNone(course.last, values.at(-1)), number(formats.six));
  const least = smallest(course);
  const where = smallestAt(course, relative(row, columns.smallest));
  const below = firstBelow(course, { cell: THRESHOLD_CELL, value: defaultThreshold(book) });
  const became = state(course);
  put(sheet, row, columns.smallest, live(least.formula, least.value), number(formats.six));
  put(sheet, row, columns.at, live(where.formula, where.value), number('0'));
  put(sheet, row, columns.below, live(below.formula, below.value), number('0'));
  put(sheet, row, columns.state, live(became.formula, became.value), number('General'));
  put(
    sheet,
    row,
    columns.open,
    linkTo(rateSheet(rate), 'A1', `${rateSheet(rate)} ›`),
    look({ size: 11, underline: true, color: colors.link, align: 'center', bottom }),
  );
}

/** Which learning rate is ahead at the end, and which is behind, in a sentence. */
function writeReading(sheet: Worksheet, { table, traces }: Book): void {
  const row = HEAD_ROW + 2 + traces.length;
  const fastest = onSheet(RATES_SHEET, relative(4, traces.length + 4));
  const slowest = onSheet(RATES_SHEET, relative(5, traces.length + 4));
  const lasts = traces.map((trace) => trace.series(TOTAL_ERROR).at(-1) ?? Number.NaN);
  const numbers = lasts.filter(Number.isFinite);
  const text = (extreme: number): string =>
    numbers.length === 0 ? NONE : written(traces[lasts.indexOf(extreme)]?.learningRate ?? Number.NaN);
  const [before, between, after] = startWords.summary.fastest;
  const head = `${before}${table.iterations}${between}`;
  const shown = (cell: string): string => `IF(ISNUMBER(${cell}),${writtenFormula(cell)},"${NONE}")`;
  const formula = `"${head}"&${shown(fastest)}&"${after}"&${shown(slowest)}`;
  const value = `${head}${text(Math.min(...numbers))}${after}${text(Math.max(...numbers))}`;
  put(sheet, row, columns.rate, live(formula, value), look({ size: 11, italic: true, color: colors.muted }));
}
