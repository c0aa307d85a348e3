import type { ValueRange } from './polyline.ts';
import { ticks } from './scale.ts';

/** The error of a training run over its iterations. */
export interface Curve {
  /** What the run is called, where its learning rate does not say which it is. */
  readonly name?: string;
  readonly learningRate: number;
  /** The error of each iteration; what is no number ends the curve. */
  readonly errors: ArrayLike<number>;
  /** How many first errors say how large errors are at the beginning: 1, unless there are several batches. */
  readonly beginning?: number;
}

/** From 0 to what is seen of curves that grow. */
export function linearRange(curves: readonly Curve[]): ValueRange {
  const first = Math.max(...curves.map(firstOf), 1e-12);
  const most = curves.reduce((top, { errors }) => Math.max(top, largest(errors)), 0);
  const top = Math.min(most, 3 * first);
  const step = ticks(0, top, 4)[1] ?? top;
  return { from: 0, to: top > 0 ? Math.ceil(top / step - 1e-9) * step : 1 };
}

const firstOf = ({ errors, beginning = 1 }: Curve): number => {
  const firsts = Array.from({ length: Math.min(beginning, errors.length) }, (_, k) => finite(errors[k]));
  return Math.max(0, ...firsts);
};

/** Powers of ten around all errors above 0. */
export function logRange(curves: readonly Curve[]): ValueRange {
  let [least, most] = [Number.POSITIVE_INFINITY, 0];
  for (const { errors } of curves)
    for (let k = 0; k < errors.length; k++) {
      const error = errors[k] as number;
      if (!(error > 0) || !Number.isFinite(error)) continue;
      least = Math.min(least, error);
      most = Math.max(most, error);
    }
  if (most === 0) return { from: 0.1, to: 1 };
  // Beyond these, rounding is all that is seen.
  const [from, to] = [Math.floor(Math.log10(Math.max(least, 1e-12))), Math.ceil(Math.log10(Math.min(most, 1e6)))];
  return { from: 10 ** Math.min(from, to - 1), to: 10 ** to };
}

const finite = (value: number | undefined): number => (value !== undefined && Number.isFinite(value) ? value : 0);

function largest(errors: ArrayLike<number>): number {
  let most = 0;
  for (let k = 0; k < errors.length; k++) most = Math.max(most, finite(errors[k]));
  return most;
}
