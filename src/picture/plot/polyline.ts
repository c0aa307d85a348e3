import { coordinate } from '../element.ts';
import type { Scale } from './scale.ts';

/** A range of numbers along the vertical axis that is shown. */
export interface ValueRange {
  readonly from: number;
  readonly to: number;
}

/**
 * The path of a curve through points. Where it leaves the range it ends at its edge, and where a number is missing it has a gap.
 *
 * @param points numbers along the horizontal and the vertical axis
 */
export function polyline(
  points: readonly (readonly [number, number])[],
  x: Scale,
  y: Scale,
  { from, to }: ValueRange,
): string {
  const parts: string[] = [];
  let last: readonly [number, number] | undefined;
  const inside = (value: number): boolean => value >= from && value <= to;
  const edge = (a: readonly [number, number], b: readonly [number, number]): string => {
    const limit = b[1] > to || a[1] > to ? to : from;
    const share = (limit - a[1]) / (b[1] - a[1]);
    return `${coordinate(x(a[0] + (b[0] - a[0]) * share))} ${coordinate(y(limit))}`;
  };
  for (const point of points) {
    const drawable = Number.isFinite(point[1]);
    const place = (): string => `${coordinate(x(point[0]))} ${coordinate(y(point[1]))}`;
    const before = last !== undefined && inside(last[1]);
    if (drawable && inside(point[1])) {
      if (last !== undefined && !before) parts.push(`M${edge(last, point)}`);
      parts.push(`${last === undefined ? 'M' : 'L'}${place()}`);
    } else if (drawable && last !== undefined && before) parts.push(`L${edge(last, point)}`);
    last = drawable ? point : undefined;
  }
  return parts.join('');
}

/** Of very many numbers, those that a picture of this width needs: of each stretch the least and the largest. */
export function thinned(values: ArrayLike<number>, most: number): readonly (readonly [number, number])[] {
  const at = (k: number): readonly [number, number] => [k + 1, values[k] as number];
  if (values.length <= 2 * most) return Array.from(values, (_, k) => at(k));
  const stretch = values.length / most;
  const chosen: number[] = [0];
  for (let s = 0; s < most; s++) {
    const [start, end] = [Math.floor(s * stretch), Math.floor((s + 1) * stretch)];
    let [least, largest] = [start, start];
    for (let k = start; k < end; k++) {
      if (!((values[k] as number) >= (values[least] as number))) least = k;
      if (!((values[k] as number) <= (values[largest] as number))) largest = k;
    }
    chosen.push(Math.min(least, largest), Math.max(least, largest));
  }
  chosen.push(values.length - 1);
  return [...new Set(chosen)].map(at);
}
