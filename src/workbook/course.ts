import type { Formula } from '../sheet/cell.ts';

/**
 * What became of a training run: formulas, and beside each the value that it has now. An error, once it comes, stays for all later
 * iterations; so COUNT tells how many iterations have a number. Whatever rounding could tip is compared with some room.
 * Array formulas choose among the iterations: MINIFS, which would be shorter, came with Excel 2019. They have no condition as a text, as
 * COUNTIF has: programs write numbers with different digits.
 */

/** E_total of a run: where it stands, as seen from the formulas, and its numbers. */
export interface Course {
  /** The cells of the iterations 1, 2 …, and of E_total in each of them. */
  readonly iterations: string;
  readonly totals: string;
  /** E_total of one iteration, and of several in a row. */
  readonly cell: (iteration: number) => string;
  readonly cells: (from: number, to: number) => string;
  readonly values: Float64Array;
}

/** A threshold of E_total: its cell and its number. */
export interface Threshold {
  readonly cell: string;
  readonly value: number;
}

/** Stands where there is no number to show. */
export const NONE = '–';

/** What a run can be found to do; an arrow says it at a glance. */
export const states = {
  single: '• one iteration only',
  oscillates: '↕ goes up and down',
  still: '→ hardly moves',
  level: '→ has levelled off',
  falls: '↘ still falls',
  rises: '↗ rises',
} as const;

/** Numbers this near to each other, relative to their size, count as the same. */
const SAME = '0.000000001';
/** What rounding leaves of a run's error, as a share of its first one and at least: E_total of 10^(−32) is a 0 that was rounded. */
const ROUNDING = '0.000000000001';
const LEAST = '1E-28';
/** A swing counts when it is larger than this, relative to E_total. */
const SWING = '0.000001';
/** From first to last, a run that hardly moves changes by less than this share. */
const STILL = '0.001';
/** In its last tenth, a run that has levelled off changes by less than this share … */
const LEVEL = '0.01';
/** … and more slowly than this share of its average pace. */
const SLOW = 0.5;

/** The values before the first error. They stay where they are: of long runs there are a million. */
function finite(values: Float64Array): Float64Array {
  const error = values.findIndex((value) => !Number.isFinite(value));
  return error === -1 ? values : values.subarray(0, error);
}

/** The smallest of numbers; unlike Math.min, it takes any number of them. */
const least = (values: Float64Array): number => values.reduce((a, b) => Math.min(a, b), Number.POSITIVE_INFINITY);
const most = (values: Float64Array): number => values.reduce((a, b) => Math.max(a, b), Number.NEGATIVE_INFINITY);

/** Below this, differences of E_total say nothing. */
export const roomFormula = ({ cell }: Pick<Course, 'cell'>): string => `(${ROUNDING}*${cell(1)}+${LEAST})`;
export const roomOf = ({ values }: Pick<Course, 'values'>): number =>
  Number(ROUNDING) * (values[0] ?? Number.NaN) + Number(LEAST);

/** E_total of an iteration, or a dash. */
export function totalAt({ cell, values }: Course, iteration: number): Formula {
  const value = values[iteration - 1] ?? Number.NaN;
  return { formula: `IFERROR(${cell(iteration)},"${NONE}")`, value: Number.isFinite(value) ? value : NONE };
}

/** The smallest and the largest number of a range, past errors and empty cells; for array formulas. */
export const leastNumberOf = (range: string): string => `MIN(IF(ISNUMBER(${range}),${range},""))`;
export const mostNumberOf = (range: string): string => `MAX(IF(ISNUMBER(${range}),${range},""))`;

/** The smallest E_total. */
export function smallest({ totals, values }: Course): Formula {
  const numbers = finite(values);
  return {
    formula: `IF(COUNT(${totals})=0,"${NONE}",${leastNumberOf(totals)})`,
    value: numbers.length === 0 ? NONE : least(numbers),
    array: true,
  };
}

/** The first iteration that comes to the smallest E_total. @param cell the cell that holds the smallest */
export function smallestAt(course: Course, cell: string): Formula {
  const { iterations, totals, values } = course;
  const numbers = finite(values);
  const limitCell = `${cell}*(1+${SAME})+${roomFormula(course)}`;
  const limit = least(numbers) * (1 + Number(SAME)) + roomOf(course);
  const found = numbers.findIndex((value) => value <= limit);
  return {
    formula: `IF(ISNUMBER(${cell}),MIN(IF(ISNUMBER(${totals}),IF(${totals}<=${limitCell},${iterations},""),"")),"${NONE}")`,
    value: found === -1 ? NONE : found + 1,
    array: true,
  };
}

/** The first iteration with E_total below a threshold. */
export function firstBelow({ iterations, totals, values }: Course, threshold: Threshold): Formula {
  const below = (then: string, otherwise: string): string =>
    `IF(ISNUMBER(${totals}),IF(${totals}<${threshold.cell},${then},${otherwise}),${otherwise})`;
  const found = values.findIndex((value) => value < threshold.value);
  return {
    formula: `IF(SUM(${below('1', '0')})=0,"${NONE}",MIN(${below(iterations, '""')}))`,
    value: found === -1 ? NONE : found + 1,
    array: true,
  };
}

/**
 * Whether a run still falls, has levelled off, hardly moves, goes up and down, rises, or has no numbers left.
 *
 * @param end the cell that says why it has none, and what it says
 */
export function state(course: Course, end: { readonly cell: string; readonly value: string | undefined }): Formula {
  const { totals, cell, values } = course;
  const count = values.length;
  const [first, last] = [cell(1), cell(count)];
  const ended = `IF(COUNT(${totals})<${count},${end.cell}`;
  const value = end.value ?? stateOf(values);
  if (count === 1) return { formula: `${ended},"${states.single}")`, value };
  const room = roomFormula(course);
  const change = `ABS(${last}-${cell(tailStart(count))})`;
  const pace = `${SLOW * (count - tailStart(count))}/${count - 1}*ABS(${last}-${first})`;
  const formula =
    `${ended},${swings(course)}` +
    `IF(ABS(${last}-${first})<=${STILL}*${first}+${room},"${states.still}",` +
    `IF(AND(${change}<=${LEVEL}*${last}+${room},${change}<=${pace}),"${states.level}",` +
    `IF(${last}<${cell(tailStart(count))},"${states.falls}","${states.rises}")))${count < 3 ? '' : ')'})`;
  return { formula, value };
}

/** The iteration before the last tenth of a run of at least two. */
export const tailStart = (count: number): number => count - Math.max(1, Math.round(count / 10));

/** The iteration from which on a run of at least three must not turn: the beginning of its second half. */
export const halfStart = (count: number): number => Math.min(count - 2, Math.floor(count / 2) + 1);

/** In its second half, a run that goes up and down leaves the range between where that half begins and ends. */
function swings(course: Course): string {
  const { cell, cells, values } = course;
  const { length } = values;
  if (length < 3) return '';
  const room = roomFormula(course);
  const half = cells(halfStart(length), length);
  const [start, end] = [cell(halfStart(length)), cell(length)];
  const above = `MAX(${half})>MAX(${start},${end})*(1+${SWING})+${room}`;
  const below = `MIN(${half})<MIN(${start},${end})*(1-${SWING})-${room}`;
  return `IF(OR(${above},${below}),"${states.oscillates}",`;
}

function stateOf(values: Float64Array): string {
  const count = values.length;
  if (count === 1) return states.single;
  const room = roomOf({ values });
  const at = (iteration: number): number => values[iteration - 1] ?? Number.NaN;
  const [first, last, before] = [at(1), at(count), at(tailStart(count))];
  const half = values.subarray(count < 3 ? count : halfStart(count) - 1);
  const start = half[0] ?? last;
  if (most(half) > Math.max(start, last) * (1 + Number(SWING)) + room) return states.oscillates;
  if (least(half) < Math.min(start, last) * (1 - Number(SWING)) - room) return states.oscillates;
  if (Math.abs(last - first) <= Number(STILL) * first + room) return states.still;
  const change = Math.abs(last - before);
  const pace = ((SLOW * (count - tailStart(count))) / (count - 1)) * Math.abs(last - first);
  if (change <= Number(LEVEL) * last + room && change <= pace) return states.level;
  return last < before ? states.falls : states.rises;
}
