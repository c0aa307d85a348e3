import type { Cell } from '../file/sheet.ts';
import type { Grid } from '../formula/grid.ts';
import { placesOf } from '../formula/rounded.ts';
import type { Compiled } from '../terms/compile.ts';
import { whereIs } from '../terms/symbols.ts';
import type { Numbers } from './numbers.ts';

/** How far the number of a cell is off because its formula rounds it. */
export function roundedIn(grid: Grid, cell: Cell): number {
  const ast = grid.formula(cell);
  const places = ast === undefined ? undefined : placesOf(ast);
  return places === undefined ? 0 : 0.5 * 10 ** -places * 1.001;
}

/** How far a pasted number may be off because it and the pasted numbers that it came from were rounded. */
export function slack(numbers: Numbers, operands: readonly string[], value: Compiled, k: number, name: string): number {
  const own = numbers.rounding(name, k) * 1.001;
  if (own === 0) return 0;
  const { given } = numbers.table;
  const at = (of: string): number => numbers.at(of, k);
  const middle = value(at);
  return operands.reduce((total, operand) => {
    const where = whereIs(operand);
    if (where.kind !== 'distance' || given.has(where.of)) return total;
    const there = k + where.distance;
    const learned = there === 0 && /^[wb]\d/.test(where.of);
    const step = learned ? 0 : numbers.rounding(where.of, there);
    if (step === 0) return total;
    const moved = value((of) => (of === operand ? at(of) + step : at(of)));
    return total + Math.abs(moved - middle) * 1.01;
  }, own);
}
