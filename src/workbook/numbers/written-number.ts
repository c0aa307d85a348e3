/**
 * Numbers as texts, for formulas with the numbers put in: 0.15, (−0.083759), (1.8826·10^(−4)). Only moderate numbers are ever turned
 * into text, because programs differ in how they write very small and very large ones.
 */

/** Stands for every error: a text cannot tell which one it is. */
const NO_NUMBER = '#NUM!';
const SMALLEST = 0.001;
const LARGEST = 1_000_000;
const DECIMALS = 6;
const MANTISSA_DECIMALS = 4;
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
  const scientific = `ROUND(${size}/10^${exponent},${MANTISSA_DECIMALS})&"·10^("&IF(${size}<1,"−","")&ABS(${exponent})&")"`;
  const plain = `ROUND(${size},${DECIMALS})&""`;
  const isPlain = `OR(${cell}=0,AND(${size}>=${SMALLEST},${size}<${LARGEST}))`;
  const signed = `IF(${cell}<0,"−","")&IF(${isPlain},${plain},${scientific})`;
  const text = place === 'alone' ? signed : `IF(AND(${cell}>=0,${isPlain}),${plain},"("&${signed}&")")`;
  return `IFERROR(${text},"${NO_NUMBER}")`;
}

/** The same text, made here. */
export function written(value: number, place: Place = 'in a formula'): string {
  if (!Number.isFinite(value)) return NO_NUMBER;
  const size = Math.abs(value);
  const isPlain = value === 0 || (size >= SMALLEST && size < LARGEST);
  const text = isPlain ? String(rounded(size, DECIMALS)) : scientific(size);
  const signed = value < 0 ? `−${text}` : text;
  return place === 'alone' || (isPlain && value >= 0) ? signed : `(${signed})`;
}

function scientific(size: number): string {
  const exponent = Math.round(Math.log10(size) - Number(DOWN));
  return `${rounded(size / 10 ** exponent, MANTISSA_DECIMALS)}·10^(${size < 1 ? '−' : ''}${Math.abs(exponent)})`;
}

/** Rounds as spreadsheets do: halves away from zero, judged by the decimal form of the number. */
function rounded(value: number, decimals: number): number {
  return Number(`${Math.round(Number(`${Number(value.toPrecision(15))}e${decimals}`))}e-${decimals}`);
}
