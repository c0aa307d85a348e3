import { NOT_AVAILABLE } from './cell-error.ts';

/**
 * A number as charts draw it: itself within a bound, the bound where it leaves it, and nothing from then on. Numbers beyond all bounds
 * would flatten every other line.
 *
 * @param before the same quantity an iteration before; no number in the first
 * @param upTo how far charts draw on either side of 0; no number where that is an error
 */
export function drawnNumber(value: number, before: number, upTo: number): number {
  if (!Number.isFinite(value)) return NOT_AVAILABLE;
  if (Math.abs(value) <= upTo) return value;
  return Math.abs(before) <= upTo ? Math.sign(value) * upTo : NOT_AVAILABLE;
}
