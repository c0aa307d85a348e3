import type { Cell } from '../file/sheet.ts';
import { mostOf } from '../most.ts';

/** How far the number of a right formula may be off, for its size. */
export const RELATIVE = 1e-6;

/**
 * The same of a number that was typed: what `explain` or the sheet Steps prints counts as right. A weight is much larger than the step that
 * made it, so that a wrong step changes it by less than another wrong number: 7e-5 in the class network.
 */
const TYPED = { weight: 5e-6, other: 1e-4 } as const;

/** How far rounding alone takes a number, for its size. */
const ROUNDING = 1e-10;

/** What is left of numbers of size 1 that cancel each other. */
const FLOOR = 1e-13;

/** Digits from which on a number counts as whole: calculators show at most 12, and nobody types more. */
const WHOLE = 13;

/** How finely the typed or pasted numbers of a column are written. */
export interface Digits {
  /** Digits after the point, at most. */
  readonly decimals: number;
  /** Digits in all, at most. */
  readonly significant: number;
}

/**
 * The digits of a number as it shows. Files hold 17 digits, so that 0.149962 may be written 0.14996200000000001; programs show 15 at most.
 */
function digitsOf(written: string): Digits {
  const shown = String(Number(Number(written).toPrecision(15)));
  const [, mantissa = '', exponent = '0'] = /^-?([\d.]+)(?:[eE]([+-]?\d+))?$/.exec(shown) ?? [];
  const decimals = mantissa.includes('.') ? mantissa.length - mantissa.indexOf('.') - 1 : 0;
  return { decimals: decimals - Number(exponent), significant: mantissa.replace('.', '').replace(/^0+/, '').length };
}

/** The finest writing among cells that hold numbers without formulas; undefined where there are none. */
export function finestOf(cells: readonly (Cell | undefined)[]): Digits | undefined {
  const each = cells.flatMap((cell) =>
    cell?.written === undefined || cell.formula !== undefined ? [] : [digitsOf(cell.written)],
  );
  if (each.length === 0) return undefined;
  return {
    decimals: mostOf(each.map(({ decimals }) => decimals)),
    significant: mostOf(each.map(({ significant }) => significant)),
  };
}

/** Half a unit of the last digit that a number was rounded to; 0 where it has all its digits. */
export type Rounding = (value: number) => number;

/**
 * How the pasted numbers of a column were rounded: to so many decimals, or to so many digits in all, whichever is coarser for a number.
 *
 * @param column how finely the column is written
 * @param table how finely most columns of the table are written, which tells a column of short numbers from a rounded one
 */
export function roundingOf(column: Digits, table: Digits): Rounding {
  const short = column.decimals < table.decimals - 2 && column.significant < table.significant - 2;
  const { decimals, significant } = short ? table : column;
  if (significant >= WHOLE) return () => 0;
  return (value) => {
    const first = value === 0 ? Number.NEGATIVE_INFINITY : Math.floor(Math.log10(Math.abs(value)));
    return 0.5 * 10 ** Math.max(-decimals, first + 1 - significant);
  };
}

/**
 * How far right numbers without formulas may be off in a column, for their size. Several with all their digits were pasted from formulas, and
 * are held to what formulas are.
 *
 * @param learned whether they are of a trained number
 */
export function relativeOfTyped(column: readonly (Cell | undefined)[], learned: boolean): number {
  const typed = column.filter((cell) => cell !== undefined && cell.formula === undefined);
  const whole = typed.filter((cell) => cell !== undefined && isWhole(cell)).length;
  if (whole > 1 && whole * 2 > typed.length) return RELATIVE;
  return learned ? TYPED.weight : TYPED.other;
}

/** Whether a number is written with all its digits. */
const isWhole = ({ written }: Cell): boolean => written !== undefined && digitsOf(written).significant >= WHOLE;

/** How far a number may be off that is to be so much. */
export const toleranceOf = (expected: number, relative = RELATIVE): number =>
  Math.max(relative * Math.abs(expected), FLOOR);

/** Whether a number is off by more than rounding: of one that was typed, nothing tells. */
export const isDoubtful = ({ formula }: Cell, off: number, expected: number): boolean =>
  formula !== undefined && off > ROUNDING * Math.abs(expected);

/** Whether two numbers are the same up to the last digits of double precision. */
export const same = (a: number, b: number, relative = 1e-9): boolean =>
  (Number.isNaN(a) && Number.isNaN(b)) || Math.abs(a - b) <= relative * Math.max(Math.abs(a), Math.abs(b)) + 1e-300;
