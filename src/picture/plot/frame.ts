import { coordinate, type Drawn, drawn, label } from '../element.ts';
import type { TextMeasure } from '../measure.ts';
import { type Scale, tickText } from './scale.ts';

/** The size of a plot, and how texts are measured in it. */
export interface PlotSize {
  readonly width: number;
  readonly height: number;
  readonly measure: TextMeasure;
}

/** The field of a plot in which curves are drawn, in pixels. */
export interface Field {
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
}

/** Size of the text of ticks. */
const TICK = 12;

/** How far the field is from the left edge, so that the ticks have room. */
export const leftOf = (texts: readonly string[], measure: TextMeasure): number =>
  Math.ceil(Math.max(18, ...texts.map((text) => measure(text, TICK)))) + 12;

/** Lines and numbers of the vertical axis. */
export const verticalTicks = (values: readonly number[], y: Scale, { left, right }: Field): readonly Drawn[] =>
  values.flatMap((value) => [
    drawn('path', { class: 'grid', d: `M${left} ${coordinate(y(value))}H${right}` }),
    label('tick', left - 8, y(value) + 4, tickText(value), { 'text-anchor': 'end' }),
  ]);

/** Numbers of the horizontal axis. */
export const horizontalTicks = (values: readonly number[], x: Scale, { bottom }: Field): readonly Drawn[] =>
  values.map((value) => label('tick', x(value), bottom + 18, tickText(value), { 'text-anchor': 'middle' }));

/** A line at a place with a flag on it, kept inside the field. */
export function flagged(
  x: number,
  text: string,
  { left, right, top, bottom }: Field,
  measure: TextMeasure,
): readonly Drawn[] {
  const width = Math.ceil(measure(text, 11.5, true)) + 20;
  const start = Math.max(left - 8, Math.min(right + 8 - width, x - width / 2));
  return [
    drawn('path', { class: 'marker-line', d: `M${coordinate(x)} ${top - 6}V${bottom}` }),
    drawn('rect', { class: 'flag', x: coordinate(start), y: top - 27, width, height: 20, rx: 4 }),
    label('flag-text', start + width / 2, top - 13, text, { 'text-anchor': 'middle' }),
  ];
}
