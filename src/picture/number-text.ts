import { errorShown } from '../training/cell-error.ts';

/**
 * A number with so many decimals and a real minus; a larger one with fewer, so that it is no wider, a very large one as a power of ten,
 * and what is no number as a cell shows it.
 */
export function fixedText(value: number, decimals: number): string {
  const error = errorShown(value);
  if (error !== undefined) return error;
  const most = decimals + 2;
  const whole = Math.trunc(Math.abs(value)).toString().length;
  const room = Math.max(0, Math.min(decimals, most - 1 - whole));
  return signed(whole > most ? value.toExponential(Math.min(2, decimals)).replace('e+', 'e') : value.toFixed(room));
}

/** A given number as it was given, in at most six significant digits. */
export function plainText(value: number, digits = 6): string {
  return errorShown(value) ?? signed(String(Number(value.toPrecision(digits))).replace('e+', 'e'));
}

const signed = (text: string): string => (/^-0(?:\.0*)?$/.test(text) ? text.slice(1) : text.replace('-', '−'));

/** The widest text that a number with so many decimals is. */
export const widestNumber = (decimals: number): string => `−0.${'0'.repeat(decimals)}`;
