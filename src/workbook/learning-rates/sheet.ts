import { absolute, onSheet, relative } from '../../sheet/address.ts';
import { SheetDraft } from '../../sheet/draft.ts';
import type { LineChart } from '../../sheet/line-chart.ts';
import { look } from '../../sheet/look.ts';
import type { SheetBody } from '../../sheet/sheet.ts';
import { DEFAULT_WIDTH } from '../../sheet/sheet.ts';
import { type Book, labelOf, linkTo, runTable } from '../book.ts';
import { calledIn } from '../called.ts';
import { LEARNING_RATE_CELL, ratesLayout } from '../layout.ts';
import { hiddenMark, tintMark } from '../look/marks.ts';
import { colors, ink } from '../look/palette.ts';
import { formats, header, styles } from '../look/style.ts';
import { live } from '../numbers/live.ts';
import { words } from '../words.ts';
import { accuracyChart, writeAccuracies } from './accuracies.ts';
import { comparisonHeading, writeBounds } from './bounds.ts';
import { areNamed, comparisonChart } from './charts.ts';
import {
  chartSize,
  chartsColumn,
  columnWidths,
  GAP,
  hiddenColumns,
  logarithmicColumn,
  logarithmicIterationColumn,
  sampledColumn,
  seesCharts,
  workingColumn,
} from './columns.ts';
import { accuraciesOf, firstRateRow, lastHeadRow, rateRow } from './places.ts';
import { thresholdCell, writeReading } from './reading.ts';
import { evenTotals, lastRow, positiveTotals, rowCells } from './rows.ts';

const HEIGHTS = [36, 22, 26, 22, 22];
const ROW_HEIGHT = 20;
/** Of what is right in the end, whose name has two lines. */
const ACCURACY_HEIGHT = 30;

const headHeights = (book: Book): readonly number[] => [...HEIGHTS, ...accuraciesOf(book).map(() => ACCURACY_HEIGHT)];

const WRITTEN_ROWS = 2;

/** The sheet that compares the learning rates: E_total of every iteration, one column per rate, and their charts. */
export function ratesSheet(book: Book): SheetBody {
  const { table, shown } = book;
  const headRow = lastHeadRow(book);
  const sheet = new SheetDraft({ frozen: { rows: headRow, columns: 1 }, selected: relative(headRow + 1, 2) });
  sheet.setWidths(columnWidths(book));
  sheet.setHeights(headHeights(book));
  sheet.put(1, 1, words.rates.title(calledIn(book)), styles.sheetTitle);
  sheet.put(
    2,
    2,
    words.rates.use(book.error, calledIn(book), shown.sampled ? [shown.even.length, table.iterations] : undefined) +
      (new Set(book.runs.map(({ topology }) => topology.epoch)).size > 1 ? words.rates.batches : ''),
    styles.subtitle,
  );
  if (!seesCharts(book)) writeLinkToCharts(sheet, book);
  writeHeader(sheet, book);
  writeAccuracies(sheet, book);
  writeReading(sheet, book);
  writeBounds(sheet, book, (position) => evenTotals(book, position));
  sheet.put(
    headRow,
    chartsColumn(book),
    comparisonHeading(
      book,
      (position) => evenTotals(book, position),
      areNamed(book.traces.length, chartSize(book).height, false),
    ),
    look({ size: 11, bold: true, color: ink.strong }),
  );
  tintBelowThreshold(sheet, book);
  const rows = shown.even.length;
  const written = Math.min(WRITTEN_ROWS, rows);
  for (let k = 0; k < written; k++) writeRow(sheet, book, k);
  return sheet.finish({
    hiddenColumns: hiddenColumns(book),
    charts: charts(book),
    fillDown: { rows: rows - written, values: (k) => rowCells(book, written + k).map(({ value }) => value) },
  });
}

/** The k-th row, counted from 0. */
function writeRow(sheet: SheetDraft, book: Book, k: number): void {
  const row = rateRow(book, k + 1);
  sheet.setHeight(row, ROW_HEIGHT);
  for (const { column, formula, value, style } of rowCells(book, k))
    sheet.put(row, column, formula === undefined ? value : live(formula(), value), style);
}

/** Leads to the charts where they stand beyond what is seen when the sheet opens. */
function writeLinkToCharts(sheet: SheetDraft, book: Book): void {
  const charts = relative(lastHeadRow(book), chartsColumn(book));
  sheet.put(1, LINK_COLUMN, linkTo(calledIn(book).sheet, charts, words.rates.charts), styles.link);
}

/** Right of the title. */
const LINK_COLUMN = 6;

function writeHeader(sheet: SheetDraft, book: Book): void {
  const { traces, looks } = book;
  const { headerRow, iterationColumn, column } = ratesLayout;
  // In the middle of what is seen.
  const align = seesCharts(book) ? 'centerContinuous' : 'left';
  const bar = look({ bold: true, color: colors.white, fill: ink.strong, align });
  sheet.put(headerRow - 1, iterationColumn, words.rates.head(book.error, traces.length, calledIn(book)), bar);
  sheet.put(headerRow, iterationColumn, words.table.iteration, header.name(ink, false));
  sheet.put(
    headerRow - 1,
    workingColumn(book),
    words.rates.logarithmic(book.error),
    look({ size: 9, color: colors.muted }),
  );
  for (const k of traces.keys()) {
    sheet.put(headerRow - 1, column(k), null, bar);
    const style = {
      bold: true,
      fill: ink.tint,
      align: 'center',
      format: formats.plain,
      shrink: true,
      bottom: ['medium', looks[k]?.line.color ?? ink.strong],
    } as const;
    const label = labelOf(book, k);
    const reference = onSheet(runTable(book, k).sheet, absolute(LEARNING_RATE_CELL.row, LEARNING_RATE_CELL.column));
    if (typeof label === 'string') sheet.put(headerRow, column(k), label, look({ ...style, color: ink.strong }));
    else sheet.put(headerRow, column(k), live(reference, label), look({ ...style, color: colors.otherSheet }));
    const same = live(relative(headerRow, column(k)), label);
    sheet.put(headerRow, logarithmicColumn(book, k), same, look({ ...style, color: colors.muted }));
  }
  if (book.shown.sampled) writeSamplesHeader(sheet, book);
}

/** Names the columns that the charts of the learning-rate sheets are made of. */
function writeSamplesHeader(sheet: SheetDraft, book: Book): void {
  const { headerRow } = ratesLayout;
  const style = look({ size: 9, color: colors.muted, align: 'center' });
  sheet.put(headerRow, logarithmicIterationColumn(book), words.table.iteration, style);
  for (const [position, { table }] of book.runs.entries())
    for (const [k, name] of table.lines.entries()) {
      const column = sampledColumn(book, position, k);
      if (k === 0)
        sheet.put(headerRow - 1, column, words.rates.samples(table.sheet), look({ size: 9, color: colors.muted }));
      sheet.put(headerRow, column, name, style);
    }
}

/** The comparison with an even and with a logarithmic axis, below each other beside the table. */
function charts(book: Book): readonly LineChart[] {
  const widths = columnWidths(book);
  const left = widths.slice(0, chartsColumn(book) - 1).reduce((sum, width) => sum + width, 0);
  const heights = headHeights(book);
  const top = heights.reduce((sum, height) => sum + height, 0) + GAP / 2;
  const size = chartSize(book);
  const at = (y: number) => ({
    rectangle: { left, top: y, ...size },
    columnWidth: (column: number) => widths[column] ?? DEFAULT_WIDTH,
    rowHeight: (row: number) => heights[row] ?? ROW_HEIGHT,
  });
  const { title, logarithmic } = words.charts.rates;
  return [
    comparisonChart(book, {
      title: title(book.error, calledIn(book)),
      titled: false,
      scale: 'linear',
      ...at(top),
    }),
    comparisonChart(book, {
      title: logarithmic,
      titled: true,
      scale: 'logarithmic',
      ...at(top + size.height + GAP / 2),
      column: (k) => logarithmicColumn(book, k),
      values: positiveTotals,
      iterations: [logarithmicIterationColumn(book), book.shown.logarithmic],
    }),
    ...accuracyChart(book, at(top + 2 * (size.height + GAP / 2))),
  ];
}

/** Blue where E_total is below the threshold, as one rule over the table; the cell above the charts says what it means. */
function tintBelowThreshold(sheet: SheetDraft, book: Book): void {
  const { column } = ratesLayout;
  const firstRow = firstRateRow(book);
  const first = relative(firstRow, column(0));
  const last = relative(lastRow(book), column(book.traces.length - 1));
  sheet.mark(`${first}:${last}`, hiddenMark(`ISERROR(${first})`, 2));
  sheet.mark(`${first}:${last}`, tintMark(colors.goodFill, `${first}<${thresholdCell(book)}`));
}
