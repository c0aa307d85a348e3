import { coordinate, drawn, group, label, type PictureNode } from '../element.ts';
import { fixedText } from '../number-text.ts';
import { type Field, flagged, horizontalTicks, leftOf, type PlotSize, verticalTicks } from './frame.ts';
import { polyline, thinned, type ValueRange } from './polyline.ts';
import { type Curve, linearRange, logRange } from './range.ts';
import { lookOf, rateLabels } from './rate-labels.ts';
import { linearScale, logScale, powerTicks, quarterTicks, type Scale, ticks, tickText } from './scale.ts';

/** What the picture of error curves shows. */
export interface CurvesScene extends PlotSize {
  readonly curves: readonly Curve[];
  /** The learning rate that the rest is about, as its place in the list. */
  readonly chosen: number;
  readonly logarithmic: boolean;
  /** What the curves show in place of errors, where these are shares from 0 to 1. */
  readonly share?: string | undefined;
  /** What the picture shows, for those who do not see it. */
  readonly title: string;
}

/** The curves, and how to mark an iteration on the chosen one, which changes more often. */
export interface CurvesPicture {
  readonly still: readonly PictureNode[];
  readonly marker: (iteration: number) => readonly PictureNode[];
  /** The iteration at a horizontal place. */
  readonly iterationAt: (x: number) => number;
}

const GUTTER = 74;

/** Pixels for what stands beside the ends of the curves: learning rates take the same always. */
const gutterOf = (curves: readonly Curve[], measure: PlotSize['measure']): number =>
  Math.max(GUTTER, ...curves.map(({ name }) => (name === undefined ? 0 : 48 + Math.ceil(measure(name, 12, true)))));

/** The error curves of all learning rates, each labelled at its end. */
export function curvesPicture(scene: CurvesScene): CurvesPicture {
  const { curves, chosen, width, height, measure, logarithmic } = scene;
  const iterations = Math.max(1, ...curves.map(({ errors }) => errors.length));
  const range = logarithmic ? logRange : linearRange;
  const shown = scene.share === undefined ? range(curves) : { from: 0, to: 1 };
  const marks = logarithmic ? powerTicks(shown.from, shown.to, 5) : ticks(shown.from, shown.to, 4);
  const left = leftOf(marks.map(tickText), measure);
  const field: Field = { left, right: width - gutterOf(curves, measure), top: 34, bottom: height - 28 };
  const x = linearScale(1, Math.max(2, iterations), field.left, field.right);
  const y = logarithmic
    ? logScale(shown.from, shown.to, field.bottom, field.top)
    : linearScale(shown.from, shown.to, field.bottom, field.top);
  const order = [...curves.keys()].filter((k) => k !== chosen);
  const still = [
    ...verticalTicks(marks, y, field),
    drawn('path', { class: 'axis', d: `M${field.left} ${field.bottom}H${field.right}` }),
    ...horizontalTicks(quarterTicks(iterations), x, field),
    label('tick', width - 4, field.bottom + 18, 'iteration', { 'text-anchor': 'end' }),
    ...[...order, chosen].flatMap((k) => curveLine(scene, k, { x, y, shown, field })),
    ...rateLabels(scene, { y, shown, field }),
  ];
  return {
    still,
    marker: (iteration) => marker(scene, iteration, { x, y, shown, field }),
    iterationAt: (place) => {
      const share = (place - field.left) / (field.right - field.left);
      return Math.max(1, Math.min(iterations, Math.round(1 + share * (Math.max(2, iterations) - 1))));
    },
  };
}

interface Axes {
  readonly x: Scale;
  readonly y: Scale;
  readonly shown: ValueRange;
  readonly field: Field;
}

function curveLine({ curves, chosen }: CurvesScene, k: number, { x, y, shown, field }: Axes): readonly PictureNode[] {
  const curve = curves[k];
  if (curve === undefined) return [];
  const points = thinned(curve.errors, Math.ceil(field.right - field.left));
  const kind = `curve ${lookOf(curves, k)}${k === chosen ? ' chosen' : ''}`;
  const end = divergedAt(curve);
  const line = drawn('path', { class: kind, d: polyline(points, x, y, shown) });
  if (end === undefined) return [line];
  const place = Math.max(field.left + 18, Math.min(field.right - 22, x(end)));
  return [line, label('tick', place, field.top + 13, `∞ at ${end}`, { 'text-anchor': 'middle' })];
}

/** The first iteration whose error is no number. */
function divergedAt({ errors }: Curve): number | undefined {
  const at = Array.from(errors).findIndex((each) => !Number.isFinite(each));
  return at < 0 ? undefined : at + 1;
}

/** The iteration on the chosen curve. */
function marker(scene: CurvesScene, iteration: number, { x, y, shown, field }: Axes): readonly PictureNode[] {
  const { curves, chosen, measure } = scene;
  const error = curves[chosen]?.errors[iteration - 1] ?? Number.NaN;
  const place = x(iteration);
  const inside = Number.isFinite(error) && error >= shown.from && error <= shown.to;
  return [
    ...flagged(place, `at ${iteration}: ${scene.share ?? 'E'} = ${fixedText(error, 4)}`, field, measure),
    ...(inside
      ? [
          drawn('circle', {
            class: `marker ${lookOf(curves, chosen)}`,
            ...{ cx: coordinate(place), cy: coordinate(y(error)), r: 5 },
          }),
        ]
      : []),
  ];
}

/** The whole picture at an iteration. */
export function curvesAt(scene: CurvesScene, iteration: number): PictureNode {
  const { still, marker: mark } = curvesPicture(scene);
  return plotElement(scene, scene.title, group({}, ...still), group({}, ...mark(iteration)));
}

/** A plot of its size. */
export const plotElement = (
  { width, height }: PlotSize,
  title: string,
  ...children: readonly PictureNode[]
): PictureNode =>
  drawn(
    'svg',
    {
      xmlns: 'http://www.w3.org/2000/svg',
      class: 'plot',
      viewBox: `0 0 ${width} ${height}`,
      ...{ width, height, role: 'img', 'aria-label': title },
    },
    ...children,
  );
