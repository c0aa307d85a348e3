import { partsOf, withParts } from '../../expression/rewrite.ts';
import type { Expression } from '../../expression/tree.ts';
import { fromParts, type NumberOf } from './compile.ts';

/** A part of a formula, with the numbers that it and its own parts have. */
export interface TreeSpot {
  readonly part: Expression;
  value: number;
  readonly values: number[];
  /** What it is a part of, and the how manieth; none where it is the whole. */
  readonly within: TreeSpot | undefined;
  readonly place: number;
}

/** All parts of a formula, each before its own. */
export function spotsOf(tree: Expression): readonly TreeSpot[] {
  const spots: TreeSpot[] = [];
  const add = (part: Expression, within: TreeSpot | undefined, place: number): void => {
    const spot: TreeSpot = { part, value: Number.NaN, values: [], within, place };
    spots.push(spot);
    for (const [k, own] of partsOf(part).entries()) add(own, spot, k);
  };
  add(tree, undefined, 0);
  return spots;
}

/** Gives all parts of a formula their numbers. */
export function fill(spots: readonly TreeSpot[], numberOf: NumberOf): void {
  for (let k = spots.length - 1; k >= 0; k--) {
    const spot = spots[k];
    if (spot === undefined) continue;
    spot.value = fromParts(spot.part, spot.values, numberOf);
    if (spot.within !== undefined) spot.within.values[spot.place] = spot.value;
  }
}

/** What the whole formula gives where a part of it gives another number. */
export function wholeValue(spot: TreeSpot, value: number, numberOf: NumberOf): number {
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

/** The same up to the last digits, in fewer steps: of a sum only what changes is added. */
export function nearWholeValue(spot: TreeSpot, value: number, numberOf: NumberOf): number {
  let result = value;
  let { value: own } = spot;
  for (let { within, place } = spot; within !== undefined; { within, place } = within) {
    const { part, values, value: whole } = within;
    if (part.kind === 'sum') result = whole + (result - own);
    else {
      values[place] = result;
      result = fromParts(part, values, numberOf);
      values[place] = own;
    }
    own = whole;
  }
  return result;
}

/** Steps that it takes. */
export function nearCost(spot: TreeSpot): number {
  let cost = 1;
  for (let { within } = spot; within !== undefined; { within } = within)
    cost += within.part.kind === 'sum' ? 1 : within.values.length;
  return cost;
}

/** The whole formula with another part. */
export function wholeTree(spot: TreeSpot, part: Expression): Expression {
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
