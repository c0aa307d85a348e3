import type { Cell } from '../file/sheet.ts';

/** What sort of thing keeps a cell from showing a number. */
export type FailureKind =
  /** Cells or a sheet that it read are gone: #REF!. */
  | 'gone'
  /** A function or a name that nobody defined: #NAME?. */
  | 'name'
  /** A formula that was typed without its `=`, and is text. */
  | 'no-equals'
  /** A number with a decimal comma, which is text. */
  | 'decimal-comma'
  /** A number that is stored as text. */
  | 'text-number'
  /** Any other text, or TRUE or FALSE. */
  | 'text'
  /** A division by 0. */
  | 'division'
  /** A number too large for a cell, or one that does not exist, such as LN(-1). */
  | 'overflow'
  /** Cells that read each other. */
  | 'circle'
  | 'other';

/** Why a cell shows no number: the end of a sentence that begins with its address. */
export interface Cause {
  readonly kind: FailureKind;
  readonly why: string;
  /** The cells that read each other. */
  readonly circle?: readonly Cell[];
}

/** An error, and where it comes from: another cell, or the formula itself. */
export interface CellFault {
  readonly kind: 'fault';
  /** As cells show it, such as #REF!; of a circle, for which they have no error of their own, "circle". */
  readonly error: string;
  readonly from: Cell | Cause;
}

/** What cannot be calculated here. */
export interface Unknown {
  readonly kind: 'unknown';
  /** A clause: "VLOOKUP cannot be calculated here". */
  readonly why: string;
  /** The cell whose formula it is; undefined while that formula is calculated. */
  readonly cell?: Cell;
  /** Whether it was given up because there is too much to calculate. */
  readonly spent?: true;
}

/** What a cell or a part of a formula gives; undefined is an empty cell. */
export type Value = number | string | boolean | CellFault | Unknown | undefined;

/** What ends a calculation without a number. */
export type Stop = CellFault | Unknown;

export const isStop = (value: Value): value is Stop => typeof value === 'object';

/** An error that arises in a formula. */
export const fault = (error: string, kind: FailureKind, why: string): CellFault => ({
  kind: 'fault',
  error,
  from: { kind, why },
});

export const unknown = (why: string): Unknown => ({ kind: 'unknown', why });

/** The smallest number of a cell that is not 0. Source: Microsoft, "Floating-point arithmetic may give inaccurate results in Excel". */
const LEAST = 2.2250738585072014e-308;

/** A number as a cell has it: what is too small is 0; undefined where it is too large or does not exist. */
export function inCell(number: number): number | undefined {
  if (!Number.isFinite(number)) return undefined;
  return Math.abs(number) < LEAST ? 0 : number;
}

/** The number that a text stands for where a formula calculates with it; undefined where Excel gives #VALUE!. */
export function numberOfText(text: string): number | undefined {
  const [, digits, percent] =
    /^\s{0,99}([+-]?(?:\d+\.?\d*|\.\d+)(?:[eE][+-]?\d+)?)\s{0,9}(%?)\s{0,99}$/.exec(text) ?? [];
  return digits === undefined ? undefined : inCell(Number(digits) / (percent === '%' ? 100 : 1));
}

/** Excel's order of values of different kinds: numbers, then texts, then FALSE and TRUE. Texts count without case. */
export function compareValues(
  a: number | string | boolean | undefined,
  b: number | string | boolean | undefined,
): number {
  const [x, y] = [a ?? emptyBeside(b), b ?? emptyBeside(a)];
  const order = rankOf(x) - rankOf(y);
  if (order !== 0) return order;
  const [left, right] = [plain(x), plain(y)];
  return left < right ? -1 : left > right ? 1 : 0;
}

const rankOf = (value: number | string | boolean): number =>
  typeof value === 'number' ? 0 : typeof value === 'string' ? 1 : 2;

const plain = (value: number | string | boolean): number | string =>
  typeof value === 'string' ? value.toLowerCase() : Number(value);

/** What an empty cell counts as beside another value. */
const emptyBeside = (other: number | string | boolean | undefined): number | string | boolean =>
  typeof other === 'string' ? '' : typeof other === 'boolean' ? false : 0;
