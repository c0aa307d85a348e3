/**
 * Numbers as a spreadsheet cell holds them. NaN stands for #NUM!, positive infinity for #DIV/0!; a cell knows neither infinities nor
 * numbers closer to 0 than 2.2250738585072014e-308, which become 0. Of two errors the one on the left goes on.
 * Source: Microsoft, "Floating-point arithmetic may give inaccurate results in Excel"; "Excel specifications and limits".
 */

import { SMALLEST_NUMBER } from '../network/limits.ts';

/** What a cell shows as #NUM!. */
export const NUM = Number.NaN;

/** What a cell shows as #DIV/0!. */
export const DIV_0 = Number.POSITIVE_INFINITY;

/** The result of an operation on numbers as a cell would hold it: what overflows or has no value is #NUM!. */
export function asCell(value: number): number {
  const size = Math.abs(value);
  if (size < SMALLEST_NUMBER) return 0;
  return size <= Number.MAX_VALUE ? value : NUM;
}

/** The error among two operands, the left one first, or #NUM! where there is none. */
const errorOf = (a: number, b: number): number => (!Number.isFinite(a) ? a : !Number.isFinite(b) ? b : NUM);

/** Whether a cell can hold a number other than 0 as it is. */
export const inRange = (value: number): boolean => {
  const size = Math.abs(value);
  return size >= SMALLEST_NUMBER && size <= Number.MAX_VALUE;
};

/** a + b */
export function add(a: number, b: number): number {
  const value = a + b;
  return inRange(value) ? value : Number.isFinite(value) ? 0 : errorOf(a, b);
}

/** a − b */
export function subtract(a: number, b: number): number {
  const value = a - b;
  return inRange(value) ? value : Number.isFinite(value) ? 0 : errorOf(a, b);
}

/** a · b */
export function multiply(a: number, b: number): number {
  const value = a * b;
  return inRange(value) ? value : Number.isFinite(value) ? 0 : errorOf(a, b);
}

/** a / b */
export function divide(a: number, b: number): number {
  if (!Number.isFinite(a)) return a;
  if (!Number.isFinite(b)) return b;
  return b === 0 ? DIV_0 : asCell(a / b);
}

/** −a */
export const negate = (a: number): number => (Number.isFinite(a) ? asCell(-a) : a);

/** eᵃ, √a, tanh a … of a number; errors pass. */
export const applied = (f: (x: number) => number, a: number): number => (Number.isFinite(a) ? asCell(f(a)) : a);

/** aᵇ */
export const raise = (a: number, b: number): number =>
  Number.isFinite(a) && Number.isFinite(b) ? asCell(a ** b) : errorOf(a, b);

/** The larger of two numbers. */
export const larger = (a: number, b: number): number =>
  Number.isFinite(a) && Number.isFinite(b) ? Math.max(a, b) : errorOf(a, b);
