import { gradientBy, quantityName } from '../../quantities/quantity.ts';
import type { Rectangle } from '../../sheet/anchor.ts';
import type { Book } from '../book.ts';
import { words } from '../words.ts';
import type { LineKind } from './bounds.ts';
import type { DrawnLine } from './lines.ts';

/** Which charts stand in the band of a learning-rate sheet, and where. */
export interface BandChart {
  readonly kind: LineKind;
  readonly title: string;
  readonly lines: readonly DrawnLine[];
  /** Whether a legend names the lines; else a row above the chart says what they are. */
  readonly named: boolean;
  /** In pixels. */
  readonly rectangle: Rectangle;
}

/** Pixels that LibreOffice shows of a sheet on a screen of 1366, where it draws columns wider than they are: two charts are seen there. */
const SCREEN = 1136;
const WIDEST = 402;
const GRADIENTS_WIDTH = 584;
const GAP = 8;

/** Lines that the band's height can name beside a chart. */
const MOST_NAMED_LINES = 8;

/** Row 3 of the band has the headings, row 4 says what many lines are; a chart ends with row 9, so that it folds away without a trace. */
export const CHART_HEADING_ROW = 3;
export const LEGEND_ROW = 4;
const LAST_CHART_ROW = 9;

/** The charts of a learning-rate sheet: errors, accuracy, weights, outputs beside their targets, gradients. */
export function bandCharts({
  topology,
  table,
  sizes,
}: Pick<Book, 'topology' | 'table' | 'sizes'>): readonly BandChart[] {
  const { widths, heights, bandEnd } = sizes;
  const lines = table.charted;
  const left = sumOf(widths, bandEnd) + 12;
  const chartWidth = Math.min(WIDEST, Math.floor((SCREEN - left - GAP) / 2));
  const place = (k: number): number => left + k * (chartWidth + GAP);
  // What the network gets right stands beside the error.
  const beside = lines.accuracies.length > 0 ? 1 : 0;
  const firstGradient = gradientBy(topology.layers[0]?.units[0]?.weights[0]?.name ?? '');
  const gradientsLeft = Math.max(place(3 + beside), sumOf(widths, table.column(quantityName(firstGradient)) - 1) + GAP);
  const { error, accuracy, weights, outputs, gradients } = words.charts;
  const wanted = [
    { kind: 'errors', title: error, left: place(0), width: chartWidth },
    { kind: 'accuracies', title: accuracy, left: place(1), width: chartWidth },
    {
      kind: 'weights',
      title: weights(lines.weights.length, lines.trained),
      left: place(1 + beside),
      width: chartWidth,
    },
    {
      kind: 'outputs',
      title: outputs(lines.outputs.length / 2, lines.compared),
      left: place(2 + beside),
      width: chartWidth,
    },
    {
      kind: 'gradients',
      title: gradients(lines.gradients.length, lines.trained),
      left: gradientsLeft,
      width: GRADIENTS_WIDTH,
    },
  ] as const;
  const bottom = sumOf(heights, LAST_CHART_ROW);
  return wanted
    .filter(({ kind }) => lines[kind].length > 0)
    .map(({ kind, title, left: x, width }): BandChart => {
      const named = lines[kind].length <= MOST_NAMED_LINES;
      const top = sumOf(heights, named ? CHART_HEADING_ROW : LEGEND_ROW);
      return { kind, title, lines: lines[kind], named, rectangle: { left: x, top, width, height: bottom - top } };
    });
}

const sumOf = (sizes: readonly number[], count: number): number =>
  sizes.slice(0, count).reduce((total, size) => total + size, 0);
