import { mapSymbols } from '../../expression/rewrite.ts';
import { type Alternatives, type Mutant, slipsAt } from '../../expression/slips.ts';
import { distinctSymbols, keyOf } from '../../expression/symbols.ts';
import { type Expression, type Mention, number, product, quotient } from '../../expression/tree.ts';
import type { NumberOf } from '../terms/compile.ts';
import { calculated, fill, spotsOf, wholeTree, wholeValue } from '../terms/spots.ts';

/** A formula with a slip that is tried: its number is had at once, the formula itself only where that number is the wanted one. */
export interface Trial {
  readonly value: number;
  readonly mutant: () => Mutant;
}

/**
 * Every formula that differs from one by a slip: of one name for another at every place first, which explains the most, then at one place.
 *
 * @param whole other formulas, which may have been taken for it
 */
export function* trialsOf(
  tree: Expression,
  alternatives: Alternatives,
  numberOf: NumberOf,
  whole: readonly Expression[] = [],
): Generator<Trial> {
  yield* renamed(tree, alternatives, numberOf);
  const spots = spotsOf(tree);
  fill(spots, numberOf);
  const known = new Map(spots.map(({ part, value }) => [part, value]));
  for (const spot of spots)
    for (const { tree: part, slip } of slipsAt(spot.part, alternatives))
      yield {
        value: wholeValue(spot, calculated(part, numberOf, known), numberOf),
        mutant: () => ({ tree: wholeTree(spot, part), ...(slip === undefined ? {} : { slip }) }),
      };
  const others: readonly Mutant[] = [
    { tree: product(number(2), tree), slip: { kind: 'doubled', part: tree } },
    { tree: quotient(tree, number(2)), slip: { kind: 'halved', part: tree } },
    ...whole.map((each) => ({ tree: each })),
  ];
  for (const mutant of others) yield { value: calculated(mutant.tree, numberOf, known), mutant: () => mutant };
}

/** One name for another at every place, and two names for each other. */
function* renamed(tree: Expression, alternatives: Alternatives, numberOf: NumberOf): Generator<Trial> {
  const mentions = distinctSymbols(tree);
  const keys = new Set(mentions.map(keyOf));
  const by = (changes: ReadonlyMap<string, Mention>): Trial => ({
    value: calculated(tree, (name, row) => {
      const { name: of, row: from } = changes.get(keyOf({ name, row })) ?? { name, row };
      return numberOf(of, from);
    }),
    mutant: () => ({ tree: mapSymbols(tree, (each) => changes.get(keyOf(each)) ?? each) }),
  });
  for (const mention of mentions) {
    const key = keyOf(mention);
    for (const other of alternatives(mention)) {
      const otherKey = keyOf(other);
      yield by(new Map([[key, other]]));
      if (keys.has(otherKey) && key <= otherKey)
        yield by(
          new Map([
            [otherKey, mention],
            [key, other],
          ]),
        );
    }
  }
}
