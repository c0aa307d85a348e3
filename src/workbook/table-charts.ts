import { anchorOf } from '../drawing/anchor.ts';
import type { LineChart, LineStyle, NumberRange, Series } from '../drawing/line-chart.ts';
import { gradientBy, quantityName } from '../spec/quantity.ts';
import { TOTAL_ERROR, type Topology } from '../spec/topology.ts';
import type { Trace } from '../spec/trace.ts';
import type { Book } from './book.ts';
import { errorLine, targetLine, totalLine, weightLine } from './lines.ts';
import { DEFAULT_HEIGHT, DEFAULT_WIDTH } from './sheet.ts';
import { words } from './words.ts';

interface Wanted {
  readonly title: string;
  readonly vertical: string;
  readonly format: string;
  readonly lines: readonly { readonly name: string; readonly line: LineStyle }[];
  readonly left: number;
  readonly width: number;
}

const CHART_WIDTH = 402;
const GAP = 8;

/** Lines that the band's height can name beside a chart. */
const MOST_NAMED_LINES = 9;

/** Rows 3 to 9 of the band, which fold away without a trace because every chart begins and ends with them. */
const FIRST_CHART_ROW = 2;
const LAST_CHART_ROW = 9;

/** The charts of a learning-rate sheet: errors, weights, outputs beside their targets, gradients. */
export function tableCharts({ topology, table, sizes }: Book, trace: Trace): readonly LineChart[] {
  const { widths, heights, bandEnd } = sizes;
  const sumOf = (sizes: readonly number[], count: number): number =>
    sizes.slice(0, count).reduce((total, size) => total + size, 0);
  const top = sumOf(heights, FIRST_CHART_ROW);
  const height = sumOf(heights, LAST_CHART_ROW) - top;
  const left = sumOf(widths, bandEnd) + 12;
  const place = (k: number): number => left + k * (CHART_WIDTH + GAP);
  const firstGradient = table.groups.at(-1)?.columns[0]?.name ?? TOTAL_ERROR;
  const gradientsLeft = Math.max(place(3), sumOf(widths, table.column(firstGradient) - 1) + GAP);

  const wanted: readonly Wanted[] = [
    { ...words.charts.error, format: '0.00', lines: errorLines(topology), left: place(0), width: CHART_WIDTH },
    {
      ...words.charts.weights,
      title: words.charts.weights.title(weightLines(topology).length > MOST_NAMED_LINES),
      format: '0.0',
      lines: weightLines(topology),
      left: place(1),
      width: CHART_WIDTH,
    },
    { ...words.charts.outputs, format: '0.00', lines: outputLines(topology), left: place(2), width: CHART_WIDTH },
    {
      ...words.charts.gradients,
      title: words.charts.gradients.title(weightLines(topology).length > MOST_NAMED_LINES),
      format: '0.000',
      lines: weightLines(topology).map(({ name, line }) => ({ name: quantityName(gradientBy(name)), line })),
      left: gradientsLeft,
      width: 584,
    },
  ];

  const horizontal: NumberRange = {
    reference: table.iterationRange(trace.learningRate),
    values: Float64Array.from({ length: table.iterations }, (_, k) => k + 1),
  };
  const series = (name: string, line: LineStyle): Series => ({
    name: { reference: table.header(name, trace.learningRate), text: name },
    values: { reference: table.range(name, trace.learningRate), values: trace.series(name) },
    line,
    // A line needs two points: with a single one, a mark shows where it is.
    ...(table.iterations === 1 ? { marker: { symbol: 'circle', filled: true, first: 0, every: 1 } } : {}),
  });
  return wanted.map(
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
      series: lines.map(({ name, line }) => series(name, line)),
      legend: lines.length <= MOST_NAMED_LINES,
      anchor: anchorOf(
        { left: x, top, width, height },
        (column) => widths[column] ?? DEFAULT_WIDTH,
        (row) => heights[row] ?? DEFAULT_HEIGHT,
      ),
      plotArea: [0.115, 0.19, lines.length <= MOST_NAMED_LINES ? 0.63 : 0.85, 0.53],
    }),
  );
}

type Lines = Wanted['lines'];

const errorLines = (topology: Topology): Lines => [
  { name: TOTAL_ERROR, line: totalLine },
  ...topology.errors.map((error, k) => ({ name: error.name, line: errorLine(k) })),
];

const weightLines = (topology: Topology): Lines =>
  topology.layers
    .flatMap((layer) => layer.units)
    .flatMap((unit, u) => unit.weights.map((weight, k) => ({ name: weight.name, line: weightLine(u, k) })));

/** Each output in the colour of its unit's weights, with its target. */
function outputLines(topology: Topology): Lines {
  const hidden = topology.layers.slice(0, -1).reduce((count, layer) => count + layer.units.length, 0);
  return topology.errors.flatMap((error, k) => [
    { name: error.output, line: { ...weightLine(hidden + k, 0), width: 2 } },
    { name: error.target, line: targetLine },
  ]);
}
