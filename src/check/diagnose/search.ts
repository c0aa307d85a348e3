import { symbolsIn } from '../../expression/symbols.ts';
import { type Expression, symbol } from '../../expression/tree.ts';
import { compiled, type NumberOf } from '../judge/compile.ts';
import { mapSymbols } from '../judge/rewrite.ts';
import { type Alternatives, type Mutant, mutantsOf } from './mutants.ts';

/** A set of numbers, what a formula is to give with them, and how far it may be off. */
export interface Point {
  readonly numberOf: NumberOf;
  readonly wanted: number;
  readonly allowed: number;
}

/** How many formulas may still be tried for a workbook. */
export interface Budget {
  left: number;
}

/** Formulas that are tried for a workbook, and for one of its mistakes. */
const [MOST_IN_ALL, MOST_EACH] = [600_000, 100_000];

/** The budget of a workbook. */
export const newBudget = (): Budget => ({ left: MOST_IN_ALL });

/** Whether a formula gives what is wanted at all points. */
export function fits(tree: Expression, points: readonly Point[]): boolean {
  const value = compiled(tree);
  return points.every(({ numberOf, wanted, allowed }) => Math.abs(value(numberOf) - wanted) <= allowed);
}

/** Where slips are looked for. */
export interface Places {
  readonly alternatives: Alternatives;
  /** Formulas of other quantities, which may have been taken for this one's. */
  readonly whole: readonly Expression[];
  /** Whether two slips at once are looked for too. */
  readonly pairs: boolean;
}

/** Finds the slip, or the two slips, by which a right formula becomes one that gives the wanted numbers. */
export function searchSlip(
  right: Expression,
  points: readonly Point[],
  { alternatives, whole, pairs }: Places,
  budget: Budget,
): Mutant | undefined {
  const singles: readonly Mutant[] = [...slipsOf(right, alternatives), ...whole.map((tree) => ({ tree }))];
  budget.left -= singles.length;
  const single = singles.find(({ tree }) => fits(tree, points));
  if (single !== undefined || !pairs) return single;
  let tried = 0;
  for (const first of singles.filter(({ slip }) => slip?.kind !== 'twice'))
    for (const second of slipsOf(first.tree, alternatives)) {
      if (++tried > MOST_EACH || --budget.left < 0) return undefined;
      if (fits(second.tree, points)) return { tree: second.tree };
    }
  return undefined;
}

/** Slips of one name for another at every place first, which explain the most. */
function* slipsOf(tree: Expression, alternatives: Alternatives): Generator<Mutant> {
  yield* renamed(tree, alternatives);
  yield* mutantsOf(tree, alternatives);
}

/** One name for another at every place, and two names for each other. */
function renamed(tree: Expression, alternatives: Alternatives): readonly Mutant[] {
  const names = [...new Set(symbolsIn(tree))];
  return names.flatMap((name) =>
    alternatives(name).flatMap((other) => {
      const all = mapSymbols(tree, (each) => symbol(each === name ? other : each));
      if (!names.includes(other) || name > other) return [{ tree: all }];
      const swapped = mapSymbols(tree, (each) => symbol(each === name ? other : each === other ? name : each));
      return [{ tree: all }, { tree: swapped }];
    }),
  );
}
