import { gradientBy, quantityName } from '../../quantities/quantity.ts';
import { anchorOf } from '../../sheet/anchor.ts';
import type { ChartArea, LineChart, NumberRange, Series } from '../../sheet/line-chart.ts';
import { DEFAULT_HEIGHT, DEFAULT_WIDTH } from '../../sheet/sheet.ts';
import type { Trace } from '../../training/trace.ts';
import type { Book } from '../book.ts';
import { ratesLayout } from '../layout.ts';
import { sampledColumn } from '../learning-rates/columns.ts';
import { shownRange } from '../learning-rates/rows.ts';
import { legendHeight } from '../look/legend.ts';
import { words } from '../words.ts';
import { type DrawnLine, tableLines } from './lines.ts';

interface Wanted {
  readonly title: string;
  readonly vertical: string;
  readonly format: string;
  readonly lines: readonly DrawnLine[];
  readonly left: number;
  readonly width: number;
}

const CHART_WIDTH = 402;
const GAP = 8;

/** The plot area of a chart, and of one whose lines are named on its right. */
const PLOT = [0.115, 0.19, 0.85, 0.53] as const;
const NAMED_PLOT = [0.115, 0.19, 0.57, 0.53] as const;

/** Where the names of lines begin, and how wide they are, in fractions of the chart's width. */
const NAMES = { left: 0.7, width: 0.3 } as const;

/** Rows 3 to 9 of the band, which fold away without a trace because every chart begins and ends with them. */
const FIRST_CHART_ROW = 2;
const LAST_CHART_ROW = 9;

/** The charts of a learning-rate sheet: errors, weights, outputs beside their targets, gradients. */
export function tableCharts(book: Book, trace: Trace): readonly LineChart[] {
  const { topology, table, sizes, shown, traces } = book;
  const { widths, heights, bandEnd } = sizes;
  const sumOf = (sizes: readonly number[], count: number): number =>
    sizes.slice(0, count).reduce((total, size) => total + size, 0);
  const top = sumOf(heights, FIRST_CHART_ROW);
  const height = sumOf(heights, LAST_CHART_ROW) - top;
  const left = sumOf(widths, bandEnd) + 12;
  const place = (k: number): number => left + k * (CHART_WIDTH + GAP);
  const firstGradient = gradientBy(topology.layers[0]?.units[0]?.weights[0]?.name ?? '');
  const lines = tableLines(topology);
  const isNamed = ({ length }: readonly DrawnLine[]): boolean => legendHeight(length) <= height;
  const many = !isNamed(lines.weights);
  const all = lines.trained > lines.weights.length ? lines.trained : undefined;
  const gradientsLeft = Math.max(place(3), sumOf(widths, table.column(quantityName(firstGradient)) - 1) + GAP);

  const wanted: readonly Wanted[] = [
    { ...words.charts.error, format: '0.00', lines: lines.errors, left: place(0), width: CHART_WIDTH },
    {
      ...words.charts.weights,
      title: words.charts.weights.title(many, lines.weights.length, all),
      format: '0.0',
      lines: lines.weights,
      left: place(1),
      width: CHART_WIDTH,
    },
    {
      ...words.charts.outputs,
      title: words.charts.outputs.title(lines.outputs.length / 2, lines.compared),
      format: '0.00',
      lines: lines.outputs,
      left: place(2),
      width: CHART_WIDTH,
    },
    {
      ...words.charts.gradients,
      title: words.charts.gradients.title(many, lines.gradients.length, all),
      format: '0.000',
      lines: lines.gradients,
      left: gradientsLeft,
      width: 584,
    },
  ];

  const horizontal: NumberRange = {
    reference: shown.sampled ? shownRange(book, ratesLayout.iterationColumn) : table.iterationRange(trace.learningRate),
    values: shown.even,
  };
  const position = traces.indexOf(trace);
  const rangeOf = ({ name, given }: DrawnLine): string => {
    if (shown.sampled) return shownRange(book, sampledColumn(book, position, table.lines.indexOf(name)));
    return given ? table.range(name, trace.learningRate) : table.drawnRange(name, trace.learningRate);
  };
  const series = (drawn: DrawnLine): Series => ({
    name: { reference: table.header(drawn.name, trace.learningRate), text: drawn.name },
    values: {
      reference: rangeOf(drawn),
      values: shown.even.map((iteration) => trace.row(iteration)[table.column(drawn.name) - 2] as number),
    },
    line: drawn.line,
    // A line needs two points: with a single one, a mark shows where it is.
    ...(table.iterations === 1 ? { marker: { symbol: 'circle', first: 0, every: 1 } } : {}),
  });
  return wanted
    .filter((chart) => chart.lines.length > 0)
    .map(
      ({ title, vertical, format, lines, left: x, width }): LineChart => ({
        title,
        description: words.charts.description(
          title,
          lines.map((line) => line.name),
          table.iterations,
        ),
        horizontal,
        horizontalTitle: words.charts.horizontal,
        verticalTitle: vertical,
        verticalFormat: format,
        scale: 'linear',
        series: lines.map(series),
        ...(isNamed(lines) ? { legend: legendArea(lines.length, height) } : {}),
        anchor: anchorOf(
          { left: x, top, width, height },
          (column) => widths[column] ?? DEFAULT_WIDTH,
          (row) => heights[row] ?? DEFAULT_HEIGHT,
        ),
        plotArea: isNamed(lines) ? NAMED_PLOT : PLOT,
      }),
    );
}

/** The names of so many lines, in the middle of the chart's height. */
function legendArea(lines: number, height: number): ChartArea {
  const share = Math.min(1, legendHeight(lines) / height);
  return [NAMES.left, (1 - share) / 2, NAMES.width, share];
}
