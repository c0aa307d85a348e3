import type { Formula } from '../sheet/cell.ts';
/**
 * What became of a training run: formulas, and beside each the value that it has now. An error, once it comes, stays for all later
 * iterations; so COUNT tells how many iterations have a number. Whatever rounding could tip is compared with some room, and no
 * formula computes with whole ranges, which programs do in different ways.
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
  diverged: '✗ diverged at iteration ',
  single: '• one iteration only',
  oscillates: '↕ goes up and down',
  still: '→ hardly moves',
  level: '→ has levelled off',
  falls: '↘ still falls',
  rises: '↗ rises',
} as const;

/** Numbers this near to each other, relative to their size, count as the same. */
const SAME = '0.000000001';
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

/** E_total of an iteration, or a dash. */
export function totalAt({ cell, values }: Course, iteration: number): Formula {
  const value = values[iteration - 1] ?? Number.NaN;
  return { formula: `IFERROR(${cell(iteration)},"${NONE}")`, value: Number.isFinite(value) ? value : NONE };
}

/** The smallest E_total. */
export function smallest({ totals, values }: Course): Formula {
  const numbers = finite(values);
  return {
    formula: `IF(COUNT(${totals})=0,"${NONE}",_xlfn.MINIFS(${totals},${totals},">=0"))`,
    value: numbers.length === 0 ? NONE : least(numbers),
  };
}

/** The first iteration that comes to the smallest E_total. @param cell the cell that holds the smallest */
export function smallestAt({ iterations, totals, values }: Course, cell: string): Formula {
  const room = 1 + Number(SAME);
  const numbers = finite(values);
  const limit = least(numbers) * room;
  const found = numbers.findIndex((value) => value <= limit);
  return {
    formula: `IFERROR(_xlfn.MINIFS(${iterations},${totals},"<="&${cell}*(1+${SAME})),"${NONE}")`,
    value: found === -1 ? NONE : found + 1,
  };
}

/** The first iteration with E_total below a threshold. */
export function firstBelow({ iterations, totals, values }: Course, threshold: Threshold): Formula {
  const below = `"<"&${threshold.cell}`;
  const found = values.findIndex((value) => value < threshold.value);
  return {
    formula: `IF(COUNTIF(${totals},${below})=0,"${NONE}",_xlfn.MINIFS(${iterations},${totals},${below}))`,
    value: found === -1 ? NONE : found + 1,
  };
}

/** Whether a run still falls, has levelled off, hardly moves, goes up and down, rises, or has diverged. */
export function state(course: Course): Formula {
  const { totals, cell, values } = course;
  const count = values.length;
  const [first, last] = [cell(1), cell(count)];
  const diverged = `IF(COUNT(${totals})<${count},"${states.diverged}"&(COUNT(${totals})+1)`;
  if (count === 1) return { formula: `${diverged},"${states.single}")`, value: stateOf(values) };
  const change = `ABS(${last}-${cell(tailStart(count))})`;
  const pace = `${SLOW * (count - tailStart(count))}/${count - 1}*ABS(${last}-${first})`;
  const formula =
    `${diverged},${swings(course)}` +
    `IF(ABS(${last}-${first})<=${STILL}*${first},"${states.still}",` +
    `IF(AND(${change}<=${LEVEL}*${last},${change}<=${pace}),"${states.level}",` +
    `IF(${last}<${cell(tailStart(count))},"${states.falls}","${states.rises}")))${count < 3 ? '' : ')'})`;
  return { formula, value: stateOf(values) };
}

/** The iteration before the last tenth of a run of at least two. */
export const tailStart = (count: number): number => count - Math.max(1, Math.round(count / 10));

/** The iteration from which on a run of at least three must not turn: the beginning of its second half. */
export const halfStart = (count: number): number => Math.min(count - 2, Math.floor(count / 2) + 1);

/** In its second half, a run that goes up and down leaves the range between where that half begins and ends. */
function swings({ cell, cells, values: { length } }: Course): string {
  if (length < 3) return '';
  const half = cells(halfStart(length), length);
  const [start, end] = [cell(halfStart(length)), cell(length)];
  const above = `MAX(${half})>MAX(${start},${end})*(1+${SWING})`;
  const below = `MIN(${half})<MIN(${start},${end})*(1-${SWING})`;
  return `IF(OR(${above},${below}),"${states.oscillates}",`;
}

function stateOf(values: Float64Array): string {
  const count = values.length;
  const numbers = finite(values).length;
  if (numbers < count) return `${states.diverged}${numbers + 1}`;
  if (count === 1) return states.single;
  const at = (iteration: number): number => values[iteration - 1] ?? Number.NaN;
  const [first, last, before] = [at(1), at(count), at(tailStart(count))];
  const half = values.subarray(count < 3 ? count : halfStart(count) - 1);
  const start = half[0] ?? last;
  if (most(half) > Math.max(start, last) * (1 + Number(SWING))) return states.oscillates;
  if (least(half) < Math.min(start, last) * (1 - Number(SWING))) return states.oscillates;
  if (Math.abs(last - first) <= Number(STILL) * first) return states.still;
  const change = Math.abs(last - before);
  const pace = ((SLOW * (count - tailStart(count))) / (count - 1)) * Math.abs(last - first);
  if (change <= Number(LEVEL) * last && change <= pace) return states.level;
  return last < before ? states.falls : states.rises;
}
