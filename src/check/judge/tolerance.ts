import type { Cell } from '../file/sheet.ts';

/** How far a right number may be off, for its size. */
export const RELATIVE = 1e-6;

/** What is left of numbers of size 1 that cancel each other. */
const FLOOR = 1e-13;

/** Digits from which on a number counts as whole. */
const WHOLE = 13;

/** Half a unit of the last digit that a typed or pasted number has; 0 where it has all its digits, or is a formula's. */
export function rounding(cell: Cell | undefined): number {
  if (cell?.written === undefined || cell.formula !== undefined) return 0;
  const [, mantissa = '', exponent = '0'] = /^-?([\d.]+)(?:[eE]([+-]?\d+))?$/.exec(cell.written) ?? [];
  const digits = mantissa.replace('.', '').replace(/^0+/, '');
  if (digits.length >= WHOLE || digits === '') return digits === '' && mantissa !== '' ? 0 : 0;
  const decimals = mantissa.includes('.') ? mantissa.length - mantissa.indexOf('.') - 1 : 0;
  return 0.5 * 10 ** (Number(exponent) - decimals);
}

/** How far a number may be off that is to be so much. */
export const toleranceOf = (expected: number): number => Math.max(RELATIVE * Math.abs(expected), FLOOR);

/** Whether two numbers are the same up to the last digits of double precision. */
export const same = (a: number, b: number, relative = 1e-9): boolean =>
  (Number.isNaN(a) && Number.isNaN(b)) || Math.abs(a - b) <= relative * Math.max(Math.abs(a), Math.abs(b)) + 1e-300;
