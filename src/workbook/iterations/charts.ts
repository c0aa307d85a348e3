import { anchorOf, type Rectangle } from '../../sheet/anchor.ts';
import type { ChartArea, LineChart, NumberRange, Series } from '../../sheet/line-chart.ts';
import { DEFAULT_HEIGHT, DEFAULT_WIDTH } from '../../sheet/sheet.ts';
import { drawnNumber } from '../../training/drawn.ts';
import { type Book, traceOf } from '../book.ts';
import { ratesLayout } from '../layout.ts';
import { sampledColumn } from '../learning-rates/columns.ts';
import { shownRange } from '../learning-rates/rows.ts';
import { axisFormat, largestOf } from '../look/axis.ts';
import { legendHeight } from '../look/legend.ts';
import { words } from '../words.ts';
import { bound, type DrawnRun } from './bounds.ts';
import { type BandChart, bandCharts } from './chart-places.ts';
import type { DrawnLine } from './lines.ts';

/** Pixels around the lines: for the labels of the axes, and on the right for the names of the lines. */
const MARGINS = { left: 46, top: 10, bottom: 48, right: 14 } as const;

/** Pixels of a legend: the piece of line, which LibreOffice draws long, and each letter. */
const LEGEND = { line: 76, letter: 6.2 } as const;

/** The charts of a learning-rate sheet, which draw its run. */
export function tableCharts(book: Book, position: number, run: DrawnRun): readonly LineChart[] {
  return bandCharts(book).map((chart) => lineChart(book, position, run, chart));
}

function lineChart(
  book: Book,
  position: number,
  run: DrawnRun,
  { kind, title, lines, named, rectangle }: BandChart,
): LineChart {
  const { table, sizes, shown } = book;
  const horizontal: NumberRange = {
    reference: shown.sampled ? shownRange(book, ratesLayout.iterationColumn) : table.iterationRange,
    values: shown.even,
  };
  const series = lines.map((line) => seriesOf(book, position, line, drawnValues(book, position, run, kind, line)));
  const { width, height } = rectangle;
  const right = named
    ? LEGEND.line + LEGEND.letter * Math.max(...lines.map(({ name }) => name.length)) + MARGINS.right
    : MARGINS.right;
  return {
    title,
    titled: false,
    description: words.charts.description(
      title,
      lines.map((line) => line.name),
      table.iterations,
    ),
    horizontal,
    horizontalTitle: words.charts.horizontal,
    verticalFormat:
      kind === 'accuracies'
        ? '0%'
        : axisFormat(largestOf(series.flatMap(({ values }) => [...values.values])), kind !== 'errors'),
    scale: kind === 'accuracies' ? 'share' : 'linear',
    series,
    ...(named ? { legend: legendArea(lines.length, rectangle, right) } : {}),
    anchor: anchorOf(
      rectangle,
      (column) => sizes.seenWidths[column] ?? DEFAULT_WIDTH,
      (row) => sizes.heights[row] ?? DEFAULT_HEIGHT,
    ),
    plotArea: [
      MARGINS.left / width,
      MARGINS.top / height,
      (width - MARGINS.left - right) / width,
      (height - MARGINS.top - MARGINS.bottom) / height,
    ],
  };
}

/** A line as it is drawn, in the iterations that charts show. */
export function drawnValues(
  book: Book,
  position: number,
  run: DrawnRun,
  kind: BandChart['kind'],
  { name, given }: Pick<DrawnLine, 'name' | 'given'>,
): Float64Array {
  const { table, shown } = book;
  const trace = traceOf(book, position);
  const number = (iteration: number): number => trace.row(iteration)[table.column(name) - 2] ?? Number.NaN;
  if (shown.sampled) {
    const upTo = bound(book, trace, kind);
    return shown.even.map((iteration) => drawnNumber(number(iteration), Number.NaN, upTo));
  }
  if (given) return shown.even.map(number);
  return shown.even.map((iteration) => run.at(name, iteration));
}

/** The cells that hold it so. */
export function lineCells(book: Book, position: number, { name, given }: Pick<DrawnLine, 'name' | 'given'>): string {
  const { table, shown } = book;
  if (shown.sampled) return shownRange(book, sampledColumn(book, position, table.lines.indexOf(name)));
  return given ? table.range(name) : table.drawnRange(name);
}

function seriesOf(book: Book, position: number, drawn: DrawnLine, values: Float64Array): Series {
  const { table } = book;
  const { name, line } = drawn;
  return {
    name: { reference: table.header(name), text: name },
    values: { reference: lineCells(book, position, drawn), values },
    line,
    // A line needs two points: with a single one, a mark shows where it is.
    ...(table.iterations === 1 ? { marker: { symbol: 'circle', first: 0, every: 1 } } : {}),
  };
}

/** The names of so many lines, in the middle of the chart's height. @param room for them on the right, in pixels */
function legendArea(lines: number, { width, height }: Rectangle, room: number): ChartArea {
  const share = Math.min(1, legendHeight(lines) / height);
  return [1 - room / width, (1 - share) / 2, room / width, share];
}
