import type { Budget } from '../budget.ts';
import type { Table } from '../table/table.ts';
import { compiled, type NumberOf } from '../terms/compile.ts';
import { sizeOf } from '../terms/rewrite.ts';
import { formulaFromWeights } from './formulas.ts';

/** What the weights make of a quantity: NaN where no formula says it, undefined where too few steps are left. */
export type WrittenOut = (numberOf: NumberOf) => number | undefined;

/** Steps that a part of a formula takes to be written out and compiled. */
const WRITE_OUT = 20;

/** Writes the formula of a quantity out down to the weights, which makes it long. */
export function writtenOut(table: Table, name: string, steps: Budget): WrittenOut {
  if (table.expected.get(name)?.kind !== 'formula') return () => Number.NaN;
  // Where no steps are left, the writing is not even begun.
  if (!steps.take(1)) return () => undefined;
  const tree = formulaFromWeights(table, name);
  if (tree === undefined) return () => Number.NaN;
  const cost = sizeOf(tree);
  if (!steps.take(WRITE_OUT * cost)) return () => undefined;
  const value = compiled(tree);
  return (numberOf) => (steps.take(cost) ? value(numberOf) : undefined);
}
