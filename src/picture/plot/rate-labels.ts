import { coordinate, drawn, label, type PictureNode } from '../element.ts';
import type { TextMeasure } from '../measure.ts';
import type { Field } from './frame.ts';
import type { ValueRange } from './polyline.ts';
import type { Curve } from './range.ts';
import { type Scale, tickText } from './scale.ts';
import { spread } from './spread.ts';

/** The class of the look of a curve: the larger the rate, the further its colour stands from the ground. */
export function lookOf(curves: readonly Curve[], k: number): string {
  const sizes = curves.map(({ learningRate }) => learningRate).sort((a, b) => a - b);
  const rank = curves[k]?.name === undefined ? sizes.indexOf(curves[k]?.learningRate ?? 0) : k;
  return `rate${sizes.length === 1 ? LOOKS - 1 : Math.round((rank * (LOOKS - 1)) / (sizes.length - 1))}`;
}

const LOOKS = 6;

/** Labels are so far from each other. */
const APART = 17;

/** Learning rates with one that is chosen, and where their curves are drawn. */
interface Labelled {
  readonly curves: readonly Curve[];
  readonly chosen: number;
  readonly measure: TextMeasure;
}

interface Placed {
  readonly y: Scale;
  readonly shown: ValueRange;
  readonly field: Field;
}

/** What a curve is called at its end. */
export const labelOfCurve = ({ name, learningRate }: Curve): string => name ?? tickText(learningRate);

/** The learning rates or the names of runs, each at the end of its curve. */
export function rateLabels({ curves, chosen, measure }: Labelled, { y, shown, field }: Placed): readonly PictureNode[] {
  const ends = curves.map(({ errors }) => {
    const last = errors[errors.length - 1] ?? Number.NaN;
    return Number.isFinite(last) ? y(Math.min(shown.to, Math.max(shown.from, last))) : field.top;
  });
  const places = spread(ends, APART, field.top + 4, field.bottom - 4);
  const start = field.right + 14;
  const first = Math.min(...places);
  return [
    label('tick', start + 24, Math.max(12, first - 14), curves[0]?.name === undefined ? 'η' : 'run', {
      'text-anchor': 'middle',
    }),
    ...curves.flatMap((curve, k) => {
      const [place, end] = [places[k] ?? field.top, ends[k] ?? field.top];
      const text = labelOfCurve(curve);
      const own = k === chosen;
      return [
        drawn('path', {
          class: 'leader',
          d: `M${field.right + 1} ${coordinate(end)}L${field.right + 9} ${coordinate(place)}h4`,
        }),
        ...(own
          ? [
              drawn('rect', {
                ...{ class: 'pill', x: start - 4, y: coordinate(place - 8.5), height: 17, rx: 8.5 },
                width: 34 + Math.ceil(measure(text, 12, true)),
              }),
            ]
          : []),
        drawn('path', {
          class: `curve sample ${lookOf(curves, k)}${own ? ' chosen' : ''}`,
          d: `M${start + 2} ${coordinate(place)}h16`,
        }),
        label(own ? 'bold' : 'rate-name', start + 24, place + 4, text),
      ];
    }),
  ];
}
