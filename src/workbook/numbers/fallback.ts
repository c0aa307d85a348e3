import { countOrFirst } from './count-or-first.ts';
import { plainDecimal } from './plain-decimal.ts';

/**
 * What counts of a cell that a person types into. The Delete key and pasting pass by a cell's validation, so it may hold nothing, a text, a
 * number that it should not, or an error.
 */
export interface Fallback {
  /** What counts: what is typed where it is of the right kind, else what stands for it. */
  readonly formula: string;
  /** A formula of whether what is typed counts; never an error. */
  readonly holds: string;
}

/** The position of what is typed in a list of cells, counted from 1. @param otherwise the position that counts where it is not there */
export function positionIn(cell: string, list: string, otherwise = 1): Fallback {
  const found = `MATCH(${cell},${list},0)`;
  return { formula: `IFERROR(${found},${otherwise})`, holds: `ISNUMBER(${found})` };
}

/** A whole number from 1 to the last; 1 where none is typed. */
export const countWithin = (cell: string, last: number): Fallback => ({
  formula: countOrFirst(cell, last),
  holds: `IF(ISNUMBER(${cell}),${cell}=MIN(MAX(ROUND(${cell},0),1),${last}),FALSE)`,
});

/** A number from one bound to the other. */
export function numberWithin(
  cell: string,
  { from, to }: { readonly from: number; readonly to: number },
  otherwise: number,
): Fallback {
  const fits = `AND(${cell}>=${plainDecimal(from)},${cell}<=${plainDecimal(to)})`;
  const instead = plainDecimal(otherwise);
  return {
    formula: `IF(ISNUMBER(${cell}),IF(${fits},${cell},${instead}),${instead})`,
    holds: `IF(ISNUMBER(${cell}),${fits},FALSE)`,
  };
}

/** A cell that a person types into, and what is said where it holds what does not count. */
export interface Typed {
  readonly of: Fallback;
  readonly missing: string;
}

/** The formula of what is said beside such cells: what is missing in the first of them that does not count. @param hint where all count */
export const saysMissing = (cells: readonly Typed[], hint: string): string =>
  cells.reduceRight((rest, { of, missing }) => `IF(${of.holds},${rest},"${missing}")`, `"${hint}"`);
