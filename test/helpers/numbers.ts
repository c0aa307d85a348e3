/** How far apart two numbers may be: relative to the expected one, or by the floor where that is more. */
export interface Tolerance {
  readonly relative: number;
  /** What rounding alone leaves of a sum whose terms cancel. */
  readonly floor: number;
}

/** Whether a number is as near to the expected one as the tolerance asks. Two NaN agree, and two infinities. */
export function near(actual: number, expected: number, { relative, floor }: Tolerance): boolean {
  if (!Number.isFinite(expected)) return Object.is(actual, expected);
  return Math.abs(actual - expected) <= Math.max(floor, relative * Math.abs(expected));
}

/**
 * f′ where the step is 0, by the central difference of five points (Abramowitz and Stegun, 25.3.6): it is off by h⁴/30·f⁽⁵⁾, plus
 * what rounding does to f divided by h.
 */
export function slope(f: (step: number) => number, h = 1e-3): number {
  return (8 * (f(h) - f(-h)) - (f(2 * h) - f(-2 * h))) / (12 * h);
}
