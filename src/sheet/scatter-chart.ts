import type { Anchor } from './anchor.ts';
import type { LineStyle, MarkerStyle, NumberRange, Series } from './line-chart.ts';

/** Points of a scatter chart, in order. */
export interface ScatterSeries {
  readonly name: Series['name'];
  /** How far to the right, and how high; a point whose number is none is left out. */
  readonly across: NumberRange;
  readonly up: NumberRange;
  /** What joins the points, straight; nothing if left out. */
  readonly line?: LineStyle;
  /** What stands on every point; nothing if left out. */
  readonly marker?: PointMarker;
}

/** A mark on a point. */
export interface PointMarker extends Pick<MarkerStyle, 'symbol'> {
  /** points, 2 to 72 */
  readonly size: number;
  /** RRGGBB */
  readonly color: string;
  /** RRGGBB of the inside; the same as `color` if left out. */
  readonly fill?: string;
}

/** A chart whose axes both count: a curve, and points beside it. Its title is a cell above, which can change. */
export interface ScatterChart {
  readonly kind: 'scatter';
  /** For those who cannot see the chart. */
  readonly description: string;
  readonly horizontalTitle: string;
  readonly verticalTitle: string;
  /** The first in the file is drawn first, beneath the others. */
  readonly series: readonly ScatterSeries[];
  readonly anchor: Anchor;
}
