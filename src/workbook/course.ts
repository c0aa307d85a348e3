/**
 * What became of a training run: formulas, and beside each the value that it has now. An error, once it comes, stays for all later
 * iterations; so COUNT tells how many iterations have a number.
 */

/** E_total of a run: the cells that hold it and its numbers. */
export interface Course {
  /** The cells of E_total, one per iteration, and those of the iterations 1, 2 …, as seen from where the formulas stand. */
  readonly totals: string;
  readonly iterations: string;
  /** The cells of E_total without the first, and without the last; empty for a single iteration. */
  readonly later: string;
  readonly earlier: string;
  /** The single cells of the first, the last and the tenth-last iteration (see {@link tail}). */
  readonly first: string;
  readonly last: string;
  readonly beforeTail: string;
  readonly values: Float64Array;
}

/** A formula and its value. */
export interface LiveCell {
  readonly formula: string;
  readonly value: number | string;
}

/** Stands where there is no number to show. */
export const NONE = '–';

/** What a run can be found to do. */
export const states = {
  diverged: 'diverged at iteration ',
  oscillates: 'goes up and down',
  rises: 'rises',
  level: 'has levelled off',
  falls: 'still falls',
  single: 'a single iteration',
} as const;

/** A step up or down counts when it is larger than rounding. */
const ROUNDING = '0.000000001';

/** A run has levelled off when its last tenth lowers E_total by less than this share of the first. */
const LEVEL = '0.001';

/** Iterations in the last tenth of a run. */
export const tail = (iterations: number): number => Math.max(1, Math.round(iterations / 10));

const finite = (values: Float64Array): readonly number[] => [...values].filter(Number.isFinite);

/** The smallest E_total. */
export function smallest({ totals, iterations, values }: Course): LiveCell {
  const numbers = finite(values);
  return {
    formula: `IF(COUNT(${totals})=0,"${NONE}",_xlfn.MINIFS(${totals},${iterations},"<="&COUNT(${totals})))`,
    value: numbers.length === 0 ? NONE : Math.min(...numbers),
  };
}

/** The iteration of the smallest E_total. @param cell the cell that holds the smallest */
export function smallestAt({ totals, values }: Course, cell: string): LiveCell {
  const numbers = finite(values);
  return {
    formula: `IFERROR(MATCH(${cell},${totals},0),"${NONE}")`,
    value: numbers.length === 0 ? NONE : numbers.indexOf(Math.min(...numbers)) + 1,
  };
}

/** The first iteration with E_total below a threshold. @param threshold its cell and its number */
export function firstBelow(
  { totals, iterations, values }: Course,
  threshold: { readonly cell: string; readonly value: number },
): LiveCell {
  const below = `"<"&${threshold.cell}`;
  const found = values.findIndex((value) => value < threshold.value);
  return {
    formula: `IF(COUNTIF(${totals},${below})=0,"${NONE}",_xlfn.MINIFS(${iterations},${totals},${below}))`,
    value: found === -1 ? NONE : found + 1,
  };
}

/** Whether a run still falls, has levelled off, goes up and down, rises, or has diverged. */
export function state({ totals, later, earlier, first, last, beforeTail, values }: Course): LiveCell {
  const count = values.length;
  const diverged = `IF(COUNT(${totals})<${count},"${states.diverged}"&(COUNT(${totals})+1),`;
  if (count < 2) return { formula: `${diverged}"${states.single}")`, value: stateOf(values) };
  const rises = `SUMPRODUCT(--(${later}>${earlier}*(1+${ROUNDING})))`;
  const falls = `SUMPRODUCT(--(${later}<${earlier}*(1-${ROUNDING})))`;
  const settled =
    `IF(AND(${rises}>1,${falls}>1),"${states.oscillates}",IF(${last}>${first},"${states.rises}",` +
    `IF(${beforeTail}-${last}<${LEVEL}*${first},"${states.level}","${states.falls}")))`;
  return { formula: `${diverged}${settled})`, value: stateOf(values) };
}

function stateOf(values: Float64Array): string {
  const numbers = finite(values).length;
  if (numbers < values.length) return `${states.diverged}${numbers + 1}`;
  if (values.length < 2) return states.single;
  const at = (k: number): number => values.at(k) ?? Number.NaN;
  let rises = 0;
  let falls = 0;
  for (let k = 1; k < values.length; k++) {
    if (at(k) > at(k - 1) * (1 + Number(ROUNDING))) rises++;
    if (at(k) < at(k - 1) * (1 - Number(ROUNDING))) falls++;
  }
  if (rises > 1 && falls > 1) return states.oscillates;
  if (at(-1) > at(0)) return states.rises;
  return at(-1 - tail(values.length)) - at(-1) < Number(LEVEL) * at(0) ? states.level : states.falls;
}
