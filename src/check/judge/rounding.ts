import type { Mention, Row } from '../../expression/tree.ts';
import type { Budget } from '../budget.ts';
import type { Cell } from '../file/sheet.ts';
import type { Grid } from '../formula/grid.ts';
import { placesOf } from '../formula/rounded.ts';
import type { Compiled } from '../terms/compile.ts';
import type { Numbers } from './numbers.ts';

/** How far the number of a cell is off because its formula rounds it. */
export function roundedIn(grid: Grid, cell: Cell): number {
  const ast = grid.formula(cell);
  const places = ast === undefined ? undefined : placesOf(ast);
  return places === undefined ? 0 : 0.5 * 10 ** -places * 1.001;
}

/** A formula that is calculated again and again. */
export interface Calculated {
  readonly value: Compiled;
  readonly operands: readonly Mention[];
  /** Steps that it takes once. */
  readonly cost: number;
}

/**
 * How far a pasted number may be off because it and the pasted numbers that it came from were rounded; undefined where too few steps are
 * left to tell.
 */
export function slack(
  numbers: Numbers,
  { value, operands, cost }: Calculated,
  k: number,
  name: string,
  steps: Budget,
): number | undefined {
  const own = numbers.rounding(name, k) * 1.001;
  if (own === 0) return 0;
  const { given } = numbers.table;
  const at = (of: string, row: Row): number => numbers.at(of, k, row);
  const middle = value(at);
  let total = own;
  for (const { name: operand, row } of operands) {
    if (typeof row !== 'number' || given.has(operand)) continue;
    const there = k + row;
    const learned = there === 0 && /^[wb]\d/.test(operand);
    const step = learned ? 0 : numbers.rounding(operand, there);
    if (step === 0) continue;
    if (!steps.take(cost)) return undefined;
    total += Math.abs(value((of, from) => at(of, from) + (of === operand && from === row ? step : 0)) - middle) * 1.01;
  }
  return total;
}
