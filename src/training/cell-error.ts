/** Errors that cells show. */
export type ErrorValue = '#NUM!' | '#DIV/0!' | '#N/A';

/** What stands among numbers for a cell that shows #N/A: there is nothing to draw. */
export const NOT_AVAILABLE = Number.NEGATIVE_INFINITY;

/** What stands among numbers for a cell that shows #DIV/0!. */
export const DIV_BY_ZERO = Number.POSITIVE_INFINITY;

/**
 * The error that a number stands for: NaN is #NUM!, positive infinity #DIV/0!, negative infinity #N/A; undefined for a real number.
 *
 * @example
 * console.log(errorShown(Number.NaN)); // #NUM!
 */
export function errorShown(value: number): ErrorValue | undefined {
  if (Number.isFinite(value)) return undefined;
  if (Number.isNaN(value)) return '#NUM!';
  return value > 0 ? '#DIV/0!' : '#N/A';
}
