/** From here on, and below the inverse of ten times as much, numbers of an axis have exponents. */
const LARGE = 100_000;
const SMALL = 0.0001;

/**
 * The number format of an axis. It is fixed when the workbook is made; where numbers become larger later, General has exponents from a size
 * on, and an axis of errors, which are never negative, can have a condition, with which LibreOffice would lose a minus.
 *
 * @param largest the largest number on it, without its sign
 */
export function axisFormat(largest: number, signed: boolean): string {
  const extreme = largest >= LARGE || (largest > 0 && largest < SMALL);
  if (extreme) return signed ? '0.0E+0;"−"0.0E+0' : '0.0E+0';
  return signed ? 'General;"−"General' : `[>=${LARGE}]0.0E+0;General`;
}

/** The largest of numbers without their signs, of which some may be no numbers. */
export const largestOf = (values: Iterable<number>): number => {
  let largest = 0;
  for (const value of values) if (Number.isFinite(value)) largest = Math.max(largest, Math.abs(value));
  return largest;
};
