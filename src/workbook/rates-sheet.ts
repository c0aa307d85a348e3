import type { Workbook, Worksheet } from 'exceljs';
import { anchorOf } from '../drawing/anchor.ts';
import type { LineChart, NumberRange, Series } from '../drawing/line-chart.ts';
import { TOTAL_ERROR } from '../spec/topology.ts';
import type { Trace } from '../spec/trace.ts';
import { absolute, columnRange, onSheet, relative } from './address.ts';
import type { Book } from './book.ts';
import { LEARNING_RATE_CELL, RATES_SHEET, rateSheet, ratesLayout, type TableLayout } from './layout.ts';
import { type RateLine, staggered } from './lines.ts';
import { colors, ink, tabColors } from './palette.ts';
import { addSheet, live, put, type Sheet, setHeights, setWidths } from './sheet.ts';
import { body, formats, header, iterationStyle, look, styles } from './style.ts';
import { words } from './words.ts';

const ITERATION_WIDTH = 66;
const RATE_WIDTH = 74;
const GAP = 24;
const HEIGHTS = [36, 22, 8, 20, 22];
const ROW_HEIGHT = 20;
const WRITTEN_ITERATIONS = 2;

/** The sheet that compares the learning rates: E_total of every iteration, one column per rate, and their chart. */
export function ratesSheet(workbook: Workbook, { table, traces, looks }: Book): Sheet {
  const sheet = addSheet(workbook, RATES_SHEET, {
    tabColor: tabColors.rates,
    frozen: { rows: ratesLayout.headerRow, columns: 1 },
    selected: relative(ratesLayout.firstRow, 2),
  });
  setWidths(sheet, [ITERATION_WIDTH, ...traces.map(() => RATE_WIDTH), GAP]);
  setHeights(sheet, HEIGHTS);
  put(sheet, 1, 1, words.rates.title, styles.sheetTitle);
  put(sheet, 2, 1, words.rates.use(TOTAL_ERROR), styles.subtitle);
  writeHeader(sheet, traces, looks);
  const totals = traces.map((trace) => trace.series(TOTAL_ERROR));
  const written = Math.min(WRITTEN_ITERATIONS, table.iterations);
  for (let k = 1; k <= written; k++) writeIteration(sheet, table, traces, totals, k);
  return {
    name: RATES_SHEET,
    charts: [comparison(table, traces, totals, looks)],
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
  sheet.getRow(row).height = ROW_HEIGHT * 0.75;
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

/** E_total of all learning rates in one chart; the lines darken as the learning rate grows. */
function comparison(
  table: TableLayout,
  traces: readonly Trace[],
  totals: readonly Float64Array[],
  looks: readonly RateLine[],
): LineChart {
  const { headerRow, firstRow, iterationColumn, column, row } = ratesLayout;
  const last = row(table.iterations);
  const range = (at: number, values: Float64Array): NumberRange => ({
    reference: columnRange(RATES_SHEET, at, firstRow, last),
    values,
  });
  const series = looks.map(
    (style, k): Series => ({
      name: {
        reference: onSheet(RATES_SHEET, absolute(headerRow, column(k))),
        text: String(traces[k]?.learningRate),
      },
      values: range(column(k), totals[k] ?? new Float64Array()),
      line: style.line,
      marker: staggered(k, looks.length, table.iterations, style),
    }),
  );
  const left = ITERATION_WIDTH + traces.length * RATE_WIDTH + GAP;
  const widths = [ITERATION_WIDTH, ...traces.map(() => RATE_WIDTH), GAP];
  return {
    title: words.charts.rates.title,
    description: words.charts.description(
      words.charts.rates.title,
      series.map((line) => line.name.text),
      table.iterations,
    ),
    horizontal: range(
      iterationColumn,
      Float64Array.from({ length: table.iterations }, (_, k) => k + 1),
    ),
    horizontalTitle: words.charts.horizontal,
    verticalTitle: words.charts.rates.vertical,
    verticalFormat: '0.00',
    scale: 'linear',
    series,
    legend: true,
    anchor: anchorOf(
      { left, top: 66, width: 780, height: 370 },
      (at) => widths[at] ?? 64,
      (at) => HEIGHTS[at] ?? ROW_HEIGHT,
    ),
    plotArea: [0.075, 0.12, 0.79, 0.7],
  };
}
