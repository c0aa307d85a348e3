import type { Expression } from '../../expression/tree.ts';
import { fromParts, type NumberOf } from '../terms/compile.ts';
import { partsOf, withParts } from '../terms/rewrite.ts';

/** A part of a formula, with the numbers that its own parts have. */
export interface Spot {
  readonly part: Expression;
  readonly value: number;
  readonly values: number[];
  /** What it is a part of, and the how manieth; none where it is the whole. */
  readonly within: Spot | undefined;
  readonly place: number;
}

/** All parts of a formula, each before its own. */
export function spotsOf(tree: Expression, numberOf: NumberOf): readonly Spot[] {
  const spots: Spot[] = [];
  const add = (part: Expression, within: Spot | undefined, place: number): number => {
    const values: number[] = [];
    const spot = { part, value: Number.NaN, values, within, place };
    spots.push(spot);
    for (const [k, own] of partsOf(part).entries()) values.push(add(own, spot, k));
    spot.value = fromParts(part, values, numberOf);
    return spot.value;
  };
  add(tree, undefined, 0);
  return spots;
}

/** What the whole formula gives where a part of it gives another number. */
export function wholeValue(spot: Spot, value: number, numberOf: NumberOf): number {
  let result = value;
  for (let { within, place } = spot; within !== undefined; { within, place } = within) {
    const { part, values } = within;
    const own = values[place] ?? Number.NaN;
    values[place] = result;
    result = fromParts(part, values, numberOf);
    values[place] = own;
  }
  return result;
}

/** The whole formula with another part. */
export function wholeTree(spot: Spot, part: Expression): Expression {
  let result = part;
  for (let { within, place } = spot; within !== undefined; { within, place } = within)
    result = withParts(within.part, partsOf(within.part).with(place, result));
  return result;
}

/** What a formula gives. @param known the numbers of parts that it has in common with another one */
export function calculated(
  tree: Expression,
  numberOf: NumberOf,
  known: ReadonlyMap<Expression, number> = new Map(),
): number {
  const own = known.get(tree);
  if (own !== undefined) return own;
  const parts = partsOf(tree);
  return fromParts(
    tree,
    parts.map((part) => calculated(part, numberOf, known)),
    numberOf,
  );
}
