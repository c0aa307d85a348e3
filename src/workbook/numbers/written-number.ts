/**
 * Numbers as texts, for formulas with the numbers put in: 0.15, (−0.083759), 1.88257E-4, as cells show them and as they can be typed. Only moderate numbers are ever turned
 * into text, because programs differ in how they write very small and very large ones.
 */

/** Stands for every error: a text cannot tell which one it is. */
const NO_NUMBER = '#NUM!';
const SMALLEST = 0.001;
const LARGEST = 100_000;
/** Six decimals, and one more below 0.1 and below 0.01: six digits at least, so that a number counts that is typed as it is shown. */
const DECIMALS = 6;
const MANTISSA_DECIMALS = 5;
/**
 * Rounds a logarithm down: a little less than a half, so that powers of ten do not fall to the exponent below. INT would do, but not
 * every program rounds negative numbers down with it.
 */
const DOWN = '0.4999999999';

/** Where a text stands: in a formula, where parentheses keep together what is not a plain number, or by itself. */
export type Place = 'in a formula' | 'alone';

/** The formula of the text of a number. @param cell the cell that holds the number */
export function writtenFormula(cell: string, place: Place = 'in a formula'): string {
  const size = `ABS(${cell})`;
  const exponent = `ROUND(LOG10(${size})-${DOWN},0)`;
  const scientific = `ROUND(${size}/10^${exponent},${MANTISSA_DECIMALS})&"E"&IF(${size}<1,"-","+")&ABS(${exponent})`;
  const plain = `ROUND(${size},IF(${size}<0.1,IF(${size}<0.01,${DECIMALS + 2},${DECIMALS + 1}),${DECIMALS}))&""`;
  const isPlain = `OR(${cell}=0,AND(${size}>=${SMALLEST},${size}<${LARGEST}))`;
  const signed = `IF(${cell}<0,"−","")&IF(${isPlain},${plain},${scientific})`;
  const text = place === 'alone' ? signed : `IF(${cell}<0,"("&${signed}&")",${signed})`;
  return `IFERROR(${text},"${NO_NUMBER}")`;
}

/** The same text, made here. */
export function written(value: number, place: Place = 'in a formula'): string {
  if (!Number.isFinite(value)) return NO_NUMBER;
  const size = Math.abs(value);
  const isPlain = value === 0 || (size >= SMALLEST && size < LARGEST);
  const text = isPlain ? String(rounded(size, decimalsOf(size))) : scientific(size);
  const signed = value < 0 ? `−${text}` : text;
  return place === 'alone' || value >= 0 ? signed : `(${signed})`;
}

const decimalsOf = (size: number): number => DECIMALS + (size < 0.1 ? 1 : 0) + (size < 0.01 ? 1 : 0);

function scientific(size: number): string {
  const exponent = Math.round(Math.log10(size) - Number(DOWN));
  return `${rounded(size / 10 ** exponent, MANTISSA_DECIMALS)}E${size < 1 ? '-' : '+'}${Math.abs(exponent)}`;
}

/** Rounds as spreadsheets do: halves away from zero, judged by the decimal form of the number. */
export function rounded(value: number, decimals: number): number {
  const size = timesPowerOfTen(Number(Math.abs(value).toPrecision(15)), decimals);
  return Math.sign(value) * timesPowerOfTen(Math.round(size), -decimals);
}

/** A number times a power of ten, by its decimal form, which may have an exponent of its own. */
function timesPowerOfTen(value: number, power: number): number {
  const [digits, exponent = '0'] = String(value).split('e');
  return Number(`${digits}e${Number(exponent) + power}`);
}
