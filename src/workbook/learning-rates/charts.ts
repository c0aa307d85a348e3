import { absolute, onSheet } from '../../sheet/address.ts';
import { anchorOf, type Rectangle } from '../../sheet/anchor.ts';
import type { LineChart, Series } from '../../sheet/line-chart.ts';
import type { Trace } from '../../training/trace.ts';
import type { Book } from '../book.ts';
import { labelOf } from '../book.ts';
import { calledIn } from '../called.ts';
import { ratesLayout } from '../layout.ts';
import { axisFormat, largestOf } from '../look/axis.ts';
import { legendHeight } from '../look/legend.ts';
import { staggered } from '../look/lines.ts';
import { words } from '../words.ts';
import { evenColumn } from './columns.ts';
import { evenTotals, shownRange } from './rows.ts';

/** How a chart of all learning rates differs from sheet to sheet. */
export interface Comparison {
  readonly title: string;
  readonly titled: boolean;
  readonly scale: LineChart['scale'];
  /** The column of the sheet Learning rates that holds the numbers of the k-th learning rate, and those numbers. */
  readonly column?: (k: number) => number;
  readonly values?: (book: Book, position: number) => Float64Array;
  /** The cells of these numbers, where they stand on another sheet. */
  readonly cells?: (k: number) => string;
  /** The column with the iterations, and these. */
  readonly iterations?: readonly [column: number, values: Float64Array];
  /** Where it stands, and the sizes of the columns and rows beneath, counted from 0; all in pixels. */
  readonly rectangle: Rectangle;
  readonly columnWidth: (column: number) => number;
  readonly rowHeight: (row: number) => number;
}

/** Pixels around the plot area: left for the labels, right for the names of the lines, above with a title and without, below for the axis. */
const MARGINS = { left: 58, right: 116, rightUnnamed: 22, titled: 44, untitled: 14, bottom: 62 } as const;

/** Pixels on each side of the names. */
const NAME_GAP = 8;

/** Pixels of the piece of line before a name, which LibreOffice draws long, and of each letter. */
const LEGEND = { line: 76, letter: 6.6 } as const;

/** Pixels for the names of the lines: as many as learning rates take, or as the longest name. */
const legendWidth = ({ names = [] }: Book): number =>
  Math.max(MARGINS.right, ...names.map(({ length }) => LEGEND.line + LEGEND.letter * length + 2 * NAME_GAP));

/** Whether a chart so many pixels high has room for the names of so many lines. */
export const areNamed = (lines: number, height: number, titled: boolean): boolean =>
  legendHeight(lines) <= height - topOf(titled);

const topOf = (titled: boolean): number => (titled ? MARGINS.titled : MARGINS.untitled);

/** E_total of all learning rates in one chart; the lines darken as the learning rate grows. */
export function comparisonChart(book: Book, comparison: Comparison): LineChart {
  const { traces, table, looks, shown } = book;
  const { title, titled, scale, rectangle, values = evenTotals } = comparison;
  const { column = (k: number) => evenColumn(book, k) } = comparison;
  const { cells = (k: number) => shownRange(book, column(k)) } = comparison;
  const { headerRow, iterationColumn } = ratesLayout;
  const [at, iterations] = comparison.iterations ?? [iterationColumn, shown.even];
  const series = traces.map((_, k): Series => {
    const look = looks[k];
    if (look === undefined) throw new RangeError(`There is no line for learning rate ${k + 1}.`);
    return {
      name: {
        reference: onSheet(calledIn(book).sheet, absolute(headerRow, ratesLayout.column(k))),
        text: String(labelOf(book, k)),
      },
      values: { reference: cells(k), values: values(book, k) },
      line: look.line,
      marker: staggered(k, traces.length, shown.even.length, look),
    };
  });
  const { width, height } = rectangle;
  const top = topOf(titled);
  const names = legendHeight(traces.length);
  const named = areNamed(traces.length, height, titled);
  const right = named ? legendWidth(book) : MARGINS.rightUnnamed;
  return {
    title,
    titled,
    description: words.charts.description(
      title,
      series.map((line) => `${calledIn(book).before}${line.name.text}`),
      table.iterations,
    ),
    horizontal: { reference: shownRange(book, at), values: iterations },
    horizontalTitle: words.charts.horizontal,
    verticalFormat:
      scale === 'logarithmic'
        ? '[>=0.001]General;0E+00'
        : scale === 'share'
          ? '0%'
          : axisFormat(largestOf(series.flatMap(({ values }) => [...values.values])), false),
    scale,
    series,
    legend: named
      ? [1 - (right - NAME_GAP) / width, top / height, (right - 2 * NAME_GAP) / width, names / height]
      : undefined,
    anchor: anchorOf(rectangle, comparison.columnWidth, comparison.rowHeight),
    plotArea: [
      MARGINS.left / width,
      top / height,
      (width - MARGINS.left - right) / width,
      (height - top - MARGINS.bottom) / height,
    ],
  };
}

/** The error of a run in every iteration. */
export const totalsOf = (trace: Trace): Float64Array => trace.series(trace.curve);
