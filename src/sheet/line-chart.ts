import type { Anchor } from './anchor.ts';

/** Cells that a chart reads, and what they hold now, for programs that show a chart without calculating. */
export interface NumberRange {
  /** Such as `'LR 0.1'!$A$14:$A$113`. */
  readonly reference: string;
  /** NaN where a cell shows an error: the chart has a gap there. */
  readonly values: Float64Array;
}

/** A line of a chart. */
export interface Series {
  /** The cell that names the series, and its text. */
  readonly name: { readonly reference: string; readonly text: string };
  readonly values: NumberRange;
  readonly line: LineStyle;
  readonly marker?: MarkerStyle;
}

/** How a line is drawn. */
export interface LineStyle {
  /** RRGGBB */
  readonly color: string;
  /** points */
  readonly width: number;
  /** ST_PresetLineDashVal */
  readonly dash: 'solid' | 'dash' | 'sysDash' | 'sysDot' | 'dashDot' | 'lgDash' | 'lgDashDot';
}

/** Marks on some points of a line, so that lines can be told apart without colour. */
export interface MarkerStyle {
  /** ST_MarkerStyle */
  readonly symbol: 'circle' | 'square' | 'triangle' | 'diamond' | 'x';
  /** Index of the first point that is marked, and the distance to the next. */
  readonly first: number;
  readonly every: number;
}

/** A line chart as plain data; the horizontal axis counts iterations. */
export interface LineChart {
  /** What it shows; how lists of a drawing's objects call it. */
  readonly title: string;
  /** Whether the title stands in the chart; else a cell above says it, which can say more as numbers change. */
  readonly titled: boolean;
  /** For those who cannot see the chart. */
  readonly description: string;
  readonly horizontal: NumberRange;
  readonly horizontalTitle: string;
  /** Number format of the labels. */
  readonly verticalFormat: string;
  /** `share` goes from 0 to 1. */
  readonly scale: 'linear' | 'logarithmic' | 'share';
  readonly series: readonly Series[];
  /** Where the lines are named; missing where they are not. */
  readonly legend?: ChartArea | undefined;
  readonly anchor: Anchor;
  /** Where the lines are drawn. */
  readonly plotArea: ChartArea;
}

/** A part of a chart, in fractions of its width and its height. */
export type ChartArea = readonly [left: number, top: number, width: number, height: number];
