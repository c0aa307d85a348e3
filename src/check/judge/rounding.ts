import type { Expression } from '../../expression/tree.ts';
import type { Budget } from '../budget.ts';
import type { Cell } from '../file/sheet.ts';
import type { Grid } from '../formula/grid.ts';
import { placesOf } from '../formula/rounded.ts';
import { groupedBy } from '../grouped.ts';
import { calculated, fill, nearCost, nearWholeValue, type Spot, spotsOf } from '../terms/spots.ts';
import { whereIs } from '../terms/symbols.ts';
import type { Numbers } from './numbers.ts';

/** How far the number of a cell is off because its formula rounds it. */
export function roundedIn(grid: Grid, cell: Cell): number {
  const ast = grid.formula(cell);
  const places = ast === undefined ? undefined : placesOf(ast);
  return places === undefined ? 0 : 0.5 * 10 ** -places * 1.001;
}

/** A formula and the parts of it that are names, by these. */
export interface Operands {
  readonly tree: Expression;
  readonly spots: readonly Spot[];
  readonly byName: ReadonlyMap<string, readonly Spot[]>;
}

export function operandsOf(tree: Expression): Operands {
  const spots = spotsOf(tree);
  return { tree, spots, byName: groupedBy(spots, ({ part }) => (part.kind === 'symbol' ? part.name : '')) };
}

/**
 * How far a pasted number may be off because it and the pasted numbers that it came from were rounded; undefined where too few steps are
 * left to tell.
 */
export function slack(
  numbers: Numbers,
  { tree, spots, byName }: Operands,
  k: number,
  name: string,
  steps: Budget,
): number | undefined {
  const own = numbers.rounding(name, k) * 1.001;
  if (own === 0) return 0;
  const { given } = numbers.table;
  const at = (of: string): number => numbers.at(of, k);
  let middle: number | undefined;
  let total = own;
  for (const [operand, places] of byName) {
    const where = whereIs(operand);
    if (operand === '' || where.kind !== 'distance' || given.has(where.of)) continue;
    const there = k + where.distance;
    const learned = there === 0 && /^[wb]\d/.test(where.of);
    const step = learned ? 0 : numbers.rounding(where.of, there);
    if (step === 0) continue;
    if (middle === undefined) {
      if (!steps.take(spots.length)) return undefined;
      fill(spots, at);
      middle = spots[0]?.value ?? Number.NaN;
    }
    const moved = at(operand) + step;
    const [place, ...more] = places;
    if (place === undefined || !steps.take(more.length === 0 ? nearCost(place) : spots.length)) return undefined;
    const value =
      more.length === 0
        ? nearWholeValue(place, moved, at)
        : calculated(tree, (of) => (of === operand ? moved : at(of)));
    total += Math.abs(value - middle) * 1.01;
  }
  return total;
}
