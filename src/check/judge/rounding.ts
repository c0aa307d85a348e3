import { distinctSymbols, keyOf } from '../../expression/symbols.ts';
import type { Expression, Row } from '../../expression/tree.ts';
import type { Budget } from '../budget.ts';
import type { Cell } from '../file/sheet.ts';
import type { Grid } from '../formula/grid.ts';
import { placesOf } from '../formula/rounded.ts';
import { groupedBy } from '../grouped.ts';
import { calculated, fill, nearCost, nearWholeValue, spotsOf, type TreeSpot } from '../terms/spots.ts';
import type { Numbers } from './numbers.ts';

/** How far the number of a cell is off because its formula rounds it. */
export function roundedIn(grid: Grid, cell: Cell): number {
  const ast = grid.formula(cell);
  const places = ast === undefined ? undefined : placesOf(ast);
  return places === undefined ? 0 : 0.5 * 10 ** -places * 1.001;
}

/** A formula, and what it mentions that may be rounded, with the parts of it that do. */
export interface Operands {
  readonly tree: Expression;
  readonly spots: readonly TreeSpot[];
  readonly mentions: readonly {
    readonly operand: string;
    readonly row: number;
    readonly places: readonly TreeSpot[];
  }[];
}

/** Takes a formula apart. @param given names of numbers that are not rounded */
export function operandsOf(tree: Expression, given: ReadonlySet<string>): Operands {
  const spots = spotsOf(tree);
  const byKey = groupedBy(spots, ({ part }) => (part.kind === 'symbol' ? keyOf(part) : undefined));
  const mentions = distinctSymbols(tree).flatMap((mention) => {
    const { name: operand, row } = mention;
    return typeof row !== 'number' || given.has(operand)
      ? []
      : [{ operand, row, places: byKey.get(keyOf(mention)) ?? [] }];
  });
  return { tree, spots, mentions };
}

/**
 * How far a pasted number may be off because it and the pasted numbers that it came from were rounded; undefined where too few steps are
 * left to tell.
 */
export function slack(
  numbers: Numbers,
  { tree, spots, mentions }: Operands,
  k: number,
  name: string,
  steps: Budget,
): number | undefined {
  const own = numbers.rounding(name, k) * 1.001;
  if (own === 0) return 0;
  const at = (of: string, row: Row): number => numbers.at(of, k, row);
  let middle: number | undefined;
  let total = own;
  for (const { operand, row, places } of mentions) {
    const there = k + row;
    const learned = there === 0 && /^[wb]\d/.test(operand);
    const step = learned ? 0 : numbers.rounding(operand, there);
    if (step === 0) continue;
    if (middle === undefined) {
      if (!steps.take(spots.length)) return undefined;
      fill(spots, at);
      middle = spots[0]?.value ?? Number.NaN;
    }
    const moved = at(operand, row) + step;
    const [place, ...more] = places;
    if (place === undefined || !steps.take(more.length === 0 ? nearCost(place) : spots.length)) return undefined;
    const value =
      more.length === 0
        ? nearWholeValue(place, moved, at)
        : calculated(tree, (of, from) => (of === operand && from === row ? moved : at(of, from)));
    total += Math.abs(value - middle) * 1.01;
  }
  return total;
}
