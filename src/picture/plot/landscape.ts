import { coordinate, type Drawn, drawn } from '../element.ts';
import { fixedText } from '../number-text.ts';
import { plotElement } from './curves.ts';
import { type Field, flagged, horizontalTicks, leftOf, type PlotSize, verticalTicks } from './frame.ts';
import { polyline } from './polyline.ts';
import { linearScale, ticks, tickText } from './scale.ts';

/** What the picture of the error over one weight shows. */
export interface LandscapeScene extends PlotSize {
  readonly weight: string;
  /** Values of the weight with the error at each. */
  readonly points: readonly (readonly [number, number])[];
  readonly value: number;
  readonly error: number;
  /** The gradient, and the value after the update; undefined where they are not shown yet. */
  readonly slope: number | undefined;
  readonly next: readonly [number, number] | undefined;
  /** The values of the weight in all iterations, or in some of them. */
  readonly path: readonly number[];
  readonly title: string;
}

/** How far the tangent goes to each side, in parts of the field. */
const REACH = 0.2;

/** The error over one weight, with the slope where the weight is now. */
export function landscapePicture(scene: LandscapeScene): Drawn {
  const { weight, points, value, error, slope, next, path, width, height, measure } = scene;
  const drawable = points.filter(([, y]) => Number.isFinite(y));
  const most = drawable.reduce((top, [, y]) => Math.max(top, y), Number.isFinite(error) ? error : 0);
  const marks = ticks(0, most > 0 ? most : 1, 4);
  const step = (marks[1] ?? 1) - (marks[0] ?? 0);
  const to = Math.max(step, Math.ceil(most / step - 1e-9) * step);
  const shown = ticks(0, to, 4);
  const field: Field = {
    left: leftOf(shown.map(tickText), measure),
    right: width - 12,
    top: 34,
    bottom: height - 28,
  };
  const [first, last] = [points[0]?.[0] ?? 0, points.at(-1)?.[0] ?? 1];
  const x = linearScale(first, last, field.left, field.right);
  const y = linearScale(0, to, field.bottom, field.top);
  const inside = (at: number): boolean => at >= 0 && at <= to;
  const reach = (last - first) * REACH;
  const tangent = [value - reach, value + reach].map((at): readonly [number, number] => [
    at,
    error + (slope ?? 0) * (at - value),
  ]);
  const flag =
    slope === undefined
      ? `at ${weight} = ${fixedText(value, 4)}: E = ${fixedText(error, 4)}`
      : `slope ∂E/∂${weight} = ${fixedText(slope, 4)}`;
  return plotElement(
    scene,
    scene.title,
    ...verticalTicks(shown, y, field),
    drawn('path', { class: 'axis', d: `M${field.left} ${field.bottom}H${field.right}` }),
    ...horizontalTicks(ticks(first, last, 5), x, field),
    drawn('path', {
      class: 'path',
      d: path.map((at) => `M${coordinate(x(at))} ${field.bottom - 6}v6`).join(''),
    }),
    drawn('path', { class: 'landscape', d: polyline(points, x, y, { from: 0, to }) }),
    ...(slope === undefined ? [] : [drawn('path', { class: 'tangent', d: polyline(tangent, x, y, { from: 0, to }) })]),
    // Where the run has left all numbers behind, there is no place for it.
    ...(Number.isFinite(value) ? flagged(x(value), flag, field, measure) : []),
    ...(next !== undefined && inside(next[1])
      ? [drawn('circle', { class: 'next', cx: coordinate(x(next[0])), cy: coordinate(y(next[1])), r: 4.5 })]
      : []),
    ...(inside(error)
      ? [drawn('circle', { class: 'now', cx: coordinate(x(value)), cy: coordinate(y(error)), r: 5.5 })]
      : []),
  );
}
