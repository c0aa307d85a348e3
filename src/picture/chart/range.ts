import type { LineChart } from '../../sheet/line-chart.ts';
import type { ValueRange } from '../plot/polyline.ts';
import { powerOfTen, ticks } from '../plot/scale.ts';

/** The vertical axis of a chart: what it shows, and where it has numbers. */
export interface VerticalAxis extends ValueRange {
  readonly marks: readonly number[];
}

/** About so many numbers stand beside an axis. */
const MARKS = 5;

/** Of numbers this near to each other, relative to their size, the axis does not begin at 0. */
const NARROW = 1 / 6;

/**
 * From round number to round number around all numbers of a chart's lines.
 *
 * @param most no more than this is shown, so that a run that leaves all bounds hides no other
 */
export function verticalAxis({ series, scale }: Pick<LineChart, 'series' | 'scale'>, most?: number): VerticalAxis {
  const numbers = series.flatMap(({ values: { values } }) => [...values].filter(Number.isFinite));
  if (scale === 'share') return around(0, 1);
  if (scale === 'logarithmic') return powers(numbers.filter((value) => value > 0));
  const kept = numbers.map((value) => (most === undefined ? value : Math.min(value, most)));
  const [least, largest] = [lowest(kept), highest(kept)];
  if (kept.length === 0) return around(0, 1);
  const [from, to] = withZero(least, largest);
  const axis = from === to ? around(from - 1, to + 1) : around(from, to);
  return most === undefined || axis.to <= most
    ? axis
    : { ...axis, to: most, marks: axis.marks.filter((mark) => mark <= most) };
}

const lowest = (numbers: readonly number[]): number =>
  numbers.reduce((a, b) => Math.min(a, b), Number.POSITIVE_INFINITY);
const highest = (numbers: readonly number[]): number =>
  numbers.reduce((a, b) => Math.max(a, b), Number.NEGATIVE_INFINITY);

function withZero(least: number, largest: number): readonly [number, number] {
  const wide = largest - least > NARROW * Math.max(Math.abs(least), Math.abs(largest)) || largest === least;
  if (!wide) return [least, largest];
  return [Math.min(0, least), Math.max(0, largest)];
}

function around(from: number, to: number): VerticalAxis {
  const [first = from, second = to] = ticks(from, to, MARKS);
  const step = second - first;
  if (!(step > 0)) return { from, to, marks: [from, to] };
  const [low, high] = [Math.floor(from / step + 1e-9) * step, Math.ceil(to / step - 1e-9) * step];
  return { from: low, to: high, marks: ticks(low, high, Math.round((high - low) / step)) };
}

function powers(numbers: readonly number[]): VerticalAxis {
  const [low, high] = numbers.length === 0 ? [-1, 0] : [lowest(numbers), highest(numbers)].map(Math.log10);
  const from = Math.floor(low ?? -1);
  const to = Math.max(from + 1, Math.ceil(high ?? 0));
  const stride = Math.ceil((to - from) / MARKS);
  const marks = Array.from({ length: Math.floor((to - from) / stride) + 1 }, (_, k) => powerOfTen(from + k * stride));
  return { from: powerOfTen(from), to: powerOfTen(to), marks };
}
