import type { Workbook, Worksheet } from 'exceljs';
import { anchorOf } from '../drawing/anchor.ts';
import type { LineChart } from '../drawing/line-chart.ts';
import { TOTAL_ERROR } from '../spec/topology.ts';
import type { Trace } from '../spec/trace.ts';
import { absolute, columnLetters, onSheet, relative } from './address.ts';
import { type Book, linkTo } from './book.ts';
import { NONE } from './course.ts';
import { LEARNING_RATE_CELL, RATES_SHEET, rateSheet, ratesLayout, type TableLayout } from './layout.ts';
import type { RateLine } from './lines.ts';
import { colors, ink, tabColors } from './palette.ts';
import { setPrint } from './print.ts';
import { comparisonChart } from './rates-charts.ts';
import { addSheet, DEFAULT_WIDTH, live, put, type Sheet, setHeight, setHeights, setWidths } from './sheet.ts';
import { defaultThreshold, START_SHEET, THRESHOLD_CELL } from './start-layout.ts';
import { body, formats, header, iterationStyle, look, styles } from './style.ts';
import { words } from './words.ts';

const ITERATION_WIDTH = 66;
const RATE_WIDTH = 74;
const GAP = 24;
const HEIGHTS = [36, 22, 8, 22, 22];
const ROW_HEIGHT = 20;
const READING_WIDTHS = [250, 110, 250, 110];
const CHART_WIDTH = 780;
const CHART_HEIGHT = 370;
const WRITTEN_ITERATIONS = 2;

/** The sheet that compares the learning rates: E_total of every iteration, one column per rate, and their chart. */
export function ratesSheet(workbook: Workbook, book: Book): Sheet {
  const { table, traces, looks } = book;
  const sheet = addSheet(workbook, RATES_SHEET, {
    tabColor: tabColors.rates,
    frozen: { rows: ratesLayout.headerRow, columns: 1 },
    selected: relative(ratesLayout.firstRow, 2),
  });
  setWidths(sheet, columnWidths(book));
  setHeights(sheet, HEIGHTS);
  put(sheet, 1, 1, words.rates.title, styles.sheetTitle);
  put(sheet, 2, 1, words.rates.use(TOTAL_ERROR), styles.subtitle);
  put(sheet, 1, readingColumn(book) + 3, linkTo(START_SHEET, 'A1', words.links.start), styles.link);
  writeHeader(sheet, traces, looks);
  writeReading(sheet, book);
  setPrint(sheet, { orientation: 'landscape', titleRows: `${ratesLayout.headerRow}:${ratesLayout.headerRow}` });
  const totals = traces.map((trace) => trace.series(TOTAL_ERROR));
  const written = Math.min(WRITTEN_ITERATIONS, table.iterations);
  for (let k = 1; k <= written; k++) writeIteration(sheet, table, traces, totals, k);
  return {
    name: RATES_SHEET,
    charts: charts(book),
    fillDown: {
      rows: table.iterations - written,
      values: (k) => [written + 1 + k, ...totals.map((total) => total[written + k] ?? Number.NaN)],
      error: '#N/A',
    },
  };
}

function writeHeader(sheet: Worksheet, traces: readonly Trace[], looks: readonly RateLine[]): void {
  const { headerRow, iterationColumn, column } = ratesLayout;
  const bar = look({ bold: true, color: colors.white, fill: ink.strong, align: 'centerContinuous' });
  put(sheet, headerRow - 1, iterationColumn, null, bar);
  put(sheet, headerRow, iterationColumn, words.table.iteration, header.name(ink, false));
  for (const [k, trace] of traces.entries()) {
    put(sheet, headerRow - 1, column(k), k === 0 ? words.rates.head(TOTAL_ERROR) : null, bar);
    const style = look({
      bold: true,
      color: colors.otherSheet,
      fill: ink.tint,
      align: 'center',
      format: formats.rate,
      bottom: ['medium', looks[k]?.line.color ?? ink.strong],
    });
    const reference = onSheet(
      rateSheet(trace.learningRate),
      absolute(LEARNING_RATE_CELL.row, LEARNING_RATE_CELL.column),
    );
    put(sheet, headerRow, column(k), live(reference, trace.learningRate), style);
  }
}

function writeIteration(
  sheet: Worksheet,
  table: TableLayout,
  traces: readonly Trace[],
  totals: readonly Float64Array[],
  k: number,
): void {
  const { iterationColumn, column, row: rowOf } = ratesLayout;
  const row = rowOf(k);
  setHeight(sheet, row, ROW_HEIGHT);
  put(sheet, row, iterationColumn, k === 1 ? 1 : live(`${relative(row - 1, iterationColumn)}+1`, k), iterationStyle);
  for (const [position, trace] of traces.entries()) {
    const cell = onSheet(rateSheet(trace.learningRate), table.cell(TOTAL_ERROR, k));
    const value = totals[position]?.[k - 1] ?? Number.NaN;
    put(
      sheet,
      row,
      column(position),
      live(`IFERROR(${cell},NA())`, value, '#N/A'),
      body('error', 'other', position === 0),
    );
  }
}

/** The comparison with an even and with a logarithmic axis, below each other beside the table. */
function charts(book: Book): readonly LineChart[] {
  const widths = columnWidths(book);
  const left = widths.slice(0, readingColumn(book) - 1).reduce((sum, width) => sum + width, 0);
  const at = (top: number) =>
    anchorOf(
      { left, top, width: CHART_WIDTH, height: CHART_HEIGHT },
      (column) => widths[column] ?? DEFAULT_WIDTH,
      (row) => HEIGHTS[row] ?? ROW_HEIGHT,
    );
  const top = HEIGHTS.reduce((sum, height) => sum + height, 0) + GAP / 2;
  const plotArea = [0.075, 0.12, 0.79, 0.7] as const;
  return [
    comparisonChart(book, { title: words.charts.rates.title, scale: 'linear', anchor: at(top), plotArea }),
    comparisonChart(book, {
      title: words.charts.rates.logarithmic,
      scale: 'logarithmic',
      anchor: at(top + CHART_HEIGHT + GAP / 2),
      plotArea,
    }),
  ];
}

/** What the curves show, live: which rate is ahead at the end and which is behind, and from where on cells are green. */
function writeReading(sheet: Worksheet, book: Book): void {
  const { table, traces } = book;
  const { headerRow, column, row } = ratesLayout;
  const first = readingColumn(book);
  const across = (at: number): string => `${absolute(at, column(0))}:${absolute(at, column(traces.length - 1))}`;
  const rates = across(headerRow);
  const ends = across(row(table.iterations));
  const lasts = traces.map((trace) => trace.series(TOTAL_ERROR).at(-1) ?? Number.NaN);
  const numbers = lasts.filter(Number.isFinite);
  const pick = (extreme: number): number | string =>
    numbers.length === 0 ? NONE : (traces[lasts.indexOf(extreme)]?.learningRate ?? NONE);
  const rateOf = (best: string): string =>
    `IF(COUNT(${ends})=0,"${NONE}",INDEX(${rates},1,MATCH(${best}(${ends},${ends},">=0"),${ends},0)))`;
  const cells = [
    {
      row: 4,
      label: words.rates.fastest(table.iterations),
      formula: rateOf('_xlfn.MINIFS'),
      value: pick(Math.min(...numbers)),
    },
    { row: 5, label: words.rates.slowest, formula: rateOf('_xlfn.MAXIFS'), value: pick(Math.max(...numbers)) },
  ];
  const label = look({ size: 11, bold: true, align: 'left' });
  const value = look({ size: 11, bold: true, color: colors.black, align: 'left', format: formats.rate });
  for (const cell of cells) {
    put(sheet, cell.row, first, cell.label, label);
    put(sheet, cell.row, first + 1, live(cell.formula, cell.value), value);
  }
  const threshold = onSheet(START_SHEET, THRESHOLD_CELL);
  put(sheet, 4, first + 2, words.rates.green(TOTAL_ERROR), look({ align: 'right' }));
  put(
    sheet,
    4,
    first + 3,
    live(threshold, defaultThreshold(book)),
    look({ color: colors.otherSheet, fill: colors.goodFill, format: formats.rate, align: 'center' }),
  );
  put(sheet, 5, first + 2, words.rates.diverged, look({ align: 'right' }));
  put(
    sheet,
    5,
    first + 3,
    live(`${traces.length}-COUNT(${ends})`, traces.length - numbers.length),
    look({ format: '0', align: 'center' }),
  );

  const last = `${columnLetters(column(traces.length - 1))}${row(table.iterations)}`;
  sheet.addConditionalFormatting({
    ref: `${relative(ratesLayout.firstRow, column(0))}:${last}`,
    rules: [
      {
        type: 'expression',
        priority: 1,
        formulae: [`${relative(ratesLayout.firstRow, column(0))}<${absolute(4, first + 3)}`],
        style: { fill: { type: 'pattern', pattern: 'solid', bgColor: { argb: `FF${colors.goodFill}` } } },
      },
    ],
  });
}

/** The first column right of the table and a gap. */
const readingColumn = ({ traces }: Book): number => traces.length + 3;

const columnWidths = ({ traces }: Book): readonly number[] => [
  ITERATION_WIDTH,
  ...traces.map(() => RATE_WIDTH),
  GAP,
  ...READING_WIDTHS,
];
