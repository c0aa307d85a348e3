/** The most digits that are shown; a spreadsheet shows no more. */
const MOST = 15;
/** The fewest of two numbers that are compared. */
const FEWEST = 5;
/** Digits of a number that stands for itself. */
const SHORT = 6;

const rounded = (value: number, digits: number): number => Number(value.toPrecision(digits));

/** A number in so many digits at most; a large one without zeros that are none of its digits. */
function written(value: number, digits: number): string {
  const number = rounded(value, digits);
  return Math.abs(number) >= 1e15 ? number.toExponential() : String(number);
}

/** A number with six digits at most. */
export const short = (value: number): string => (Number.isFinite(value) ? written(value, SHORT) : 'not a number');

/**
 * Two numbers with as many digits as it takes to see that they differ: 0.00022487 for 0.00022481. The difference that is seen is at
 * least two in the last digit, so that none comes from rounding. Numbers that agree in 15 digits look the same.
 */
export function apart(actual: number, expected: number): readonly [string, string] {
  if (!Number.isFinite(actual) || !Number.isFinite(expected)) return [short(actual), short(expected)];
  let digits = FEWEST;
  while (digits < MOST && !differ(actual, expected, digits)) digits++;
  return [written(actual, digits), written(expected, digits)];
}

function differ(a: number, b: number, digits: number): boolean {
  const largest = Math.max(Math.abs(a), Math.abs(b));
  if (largest === 0) return false;
  const [first, second] = [rounded(a, digits), rounded(b, digits)];
  const last = 10 ** (Math.floor(Math.log10(largest)) - digits + 1);
  return Math.abs(first - second) >= 1.5 * last;
}
