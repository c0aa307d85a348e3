import type { Workbook, Worksheet } from 'exceljs';
import type { LineChart } from '../drawing/line-chart.ts';
import { NOT_AVAILABLE } from '../spec/cell-error.ts';
import type { Trace } from '../spec/trace.ts';
import { absolute, onSheet, relative } from './address.ts';
import type { Book } from './book.ts';
import { LEARNING_RATE_CELL, RATES_SHEET, rateSheet, ratesLayout } from './layout.ts';
import { colors, ink, tabColors } from './palette.ts';
import { setPrint } from './print.ts';
import { comparisonChart, totalsOf } from './rates-charts.ts';
import { CHART_SIZE, chartsColumn, columnWidths, GAP, logarithmicColumn, workingColumn } from './rates-columns.ts';
import { thresholdCell, writeReading } from './rates-reading.ts';
import { addSheet, DEFAULT_WIDTH, live, put, type Sheet, setHeight, setHeights, setWidths } from './sheet.ts';
import { body, formats, header, iterationStyle, look, styles } from './style.ts';
import { words } from './words.ts';

const HEIGHTS = [36, 22, 26, 22, 22];
const ROW_HEIGHT = 20;
const WRITTEN_ITERATIONS = 2;

/** The sheet that compares the learning rates: E_total of every iteration, one column per rate, and their charts. */
export function ratesSheet(workbook: Workbook, book: Book): Sheet {
  const { table, traces, topology } = book;
  const { headerRow, firstRow } = ratesLayout;
  const sheet = addSheet(workbook, RATES_SHEET, {
    tabColor: tabColors.rates,
    frozen: { rows: headerRow, columns: 1 },
    selected: relative(firstRow, 2),
  });
  setWidths(sheet, columnWidths(book));
  setHeights(sheet, HEIGHTS);
  put(sheet, 1, 1, words.rates.title, styles.sheetTitle);
  put(sheet, 2, 2, words.rates.use(topology.curve), styles.subtitle);
  writeHeader(sheet, book);
  writeReading(sheet, book);
  tintBelowThreshold(sheet, book);
  setPrint(sheet, {
    orientation: 'landscape',
    titleRows: `${headerRow - 1}:${headerRow}`,
    area: { rows: ratesLayout.row(table.iterations), columns: workingColumn(book) - 2 },
  });
  const totals = traces.map(totalsOf);
  const positives = traces.map(positiveTotalsOf);
  const written = Math.min(WRITTEN_ITERATIONS, table.iterations);
  for (let k = 1; k <= written; k++) writeIteration(sheet, book, k);
  return {
    name: RATES_SHEET,
    charts: charts(book),
    fillDown: {
      rows: table.iterations - written,
      values: (k) => [written + 1 + k, ...[...totals, ...positives].map((values) => drawn(values[written + k]))],
    },
  };
}

function writeHeader(sheet: Worksheet, book: Book): void {
  const { traces, looks } = book;
  const { headerRow, iterationColumn, column } = ratesLayout;
  const bar = look({ bold: true, color: colors.white, fill: ink.strong, align: 'centerContinuous' });
  put(sheet, headerRow - 1, iterationColumn, words.rates.head(book.topology.curve, traces.length), bar);
  put(sheet, headerRow, iterationColumn, words.table.iteration, header.name(ink, false));
  put(sheet, headerRow - 1, workingColumn(book), words.rates.logarithmic, look({ size: 9, color: colors.muted }));
  for (const [k, trace] of traces.entries()) {
    put(sheet, headerRow - 1, column(k), null, bar);
    const style = {
      bold: true,
      fill: ink.tint,
      align: 'center',
      format: formats.plain,
      shrink: true,
      bottom: ['medium', looks[k]?.line.color ?? ink.strong],
    } as const;
    const reference = onSheet(
      rateSheet(trace.learningRate),
      absolute(LEARNING_RATE_CELL.row, LEARNING_RATE_CELL.column),
    );
    put(sheet, headerRow, column(k), live(reference, trace.learningRate), look({ ...style, color: colors.otherSheet }));
    const same = live(relative(headerRow, column(k)), trace.learningRate);
    put(sheet, headerRow, logarithmicColumn(book, k), same, look({ ...style, color: colors.muted }));
  }
}

function writeIteration(sheet: Worksheet, book: Book, k: number): void {
  const { iterationColumn, column, row: rowOf } = ratesLayout;
  const row = rowOf(k);
  setHeight(sheet, row, ROW_HEIGHT);
  put(sheet, row, iterationColumn, k === 1 ? 1 : live(`${relative(row - 1, iterationColumn)}+1`, k), iterationStyle);
  const working = look({
    size: 9,
    color: colors.muted,
    format: formats.error,
    align: 'center',
    bottom: ['hair', colors.hair],
  });
  for (const [position, trace] of book.traces.entries()) {
    const source = onSheet(rateSheet(trace.learningRate), book.table.cell(book.topology.curve, k));
    const total = live(`IFERROR(${source},NA())`, drawn(totalsOf(trace)[k - 1]));
    const style = { ...body('error', 'other', position === 0), numFmt: formats.error };
    put(sheet, row, column(position), total, style);
    const cell = relative(row, column(position));
    const positive = live(`IF(${cell}>0,${cell},NA())`, drawn(positiveTotalsOf(trace)[k - 1]));
    put(sheet, row, logarithmicColumn(book, position), positive, working);
  }
}

/** A number as charts draw it. */
const drawn = (value: number | undefined): number =>
  value !== undefined && Number.isFinite(value) ? value : NOT_AVAILABLE;

/** The comparison with an even and with a logarithmic axis, below each other beside the table. */
function charts(book: Book): readonly LineChart[] {
  const widths = columnWidths(book);
  const left = widths.slice(0, chartsColumn(book) - 1).reduce((sum, width) => sum + width, 0);
  const top = HEIGHTS.reduce((sum, height) => sum + height, 0) + GAP / 2;
  const at = (y: number) => ({
    rectangle: { left, top: y, ...CHART_SIZE },
    columnWidth: (column: number) => widths[column] ?? DEFAULT_WIDTH,
    rowHeight: (row: number) => HEIGHTS[row] ?? ROW_HEIGHT,
  });
  const { title, logarithmic } = words.charts.rates;
  return [
    comparisonChart(book, { title, scale: 'linear', ...at(top) }),
    comparisonChart(book, {
      title: logarithmic,
      scale: 'logarithmic',
      ...at(top + CHART_SIZE.height + GAP / 2),
      column: (k) => logarithmicColumn(book, k),
      values: positiveTotalsOf,
    }),
  ];
}

const positives = new WeakMap<Trace, Float64Array>();

/** E_total of a run where it is above 0: a logarithmic axis that meets a 0 shows nothing at all in some programs. */
function positiveTotalsOf(trace: Trace): Float64Array {
  const values = positives.get(trace) ?? totalsOf(trace).map((value) => (value > 0 ? value : Number.NaN));
  positives.set(trace, values);
  return values;
}

/** Green where E_total is below the threshold, as one rule over the table; the cell above the charts says what it means. */
function tintBelowThreshold(sheet: Worksheet, book: Book): void {
  const { firstRow, column, row } = ratesLayout;
  const first = relative(firstRow, column(0));
  const last = relative(row(book.table.iterations), column(book.traces.length - 1));
  sheet.addConditionalFormatting({
    ref: `${first}:${last}`,
    rules: [
      {
        type: 'expression',
        priority: 1,
        formulae: [`${first}<${thresholdCell(book)}`],
        style: { fill: { type: 'pattern', pattern: 'solid', bgColor: { argb: `FF${colors.goodFill}` } } },
      },
    ],
  });
}
