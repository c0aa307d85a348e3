import { symbolsIn } from '../../expression/symbols.ts';
import { type Expression, symbol } from '../../expression/tree.ts';
import type { Budget } from '../budget.ts';
import { compiled, type NumberOf } from '../terms/compile.ts';
import { mapSymbols, sizeOf } from '../terms/rewrite.ts';
import { type Alternatives, type Mutant, mutantsOf } from './mutants.ts';

/** A set of numbers, what a formula is to give with them, and how far it may be off. */
export interface TestPoint {
  readonly numberOf: NumberOf;
  readonly wanted: number;
  readonly allowed: number;
}

/** Steps that a part of a formula takes to be changed, compiled and calculated. */
const TRY = 4;
/** Steps that are spent on one mistake. */
const MOST_EACH = 8_000_000;

/** Whether a formula gives what is wanted at all points. */
export function fits(tree: Expression, points: readonly TestPoint[]): boolean {
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
  points: readonly TestPoint[],
  { alternatives, whole, pairs }: Places,
  budget: Budget,
): Mutant | undefined {
  // Numbers that the right formula gives too show no slip.
  if (fits(right, points)) return undefined;
  const cost = TRY * sizeOf(right);
  const own = budget.share(MOST_EACH);
  const spent = (): boolean => !own.take(cost);
  const singles: Mutant[] = [];
  for (const slip of chained(slipsOf(right, alternatives), whole)) {
    if (fits(slip.tree, points)) return slip;
    if (spent()) return undefined;
    singles.push(slip);
  }
  if (!pairs) return undefined;
  for (const first of singles) {
    if (first.slip?.kind === 'twice') continue;
    for (const second of slipsOf(first.tree, alternatives)) {
      if (fits(second.tree, points)) return { tree: second.tree };
      if (spent()) return undefined;
    }
  }
  return undefined;
}

function* chained(slips: Iterable<Mutant>, whole: readonly Expression[]): Generator<Mutant> {
  yield* slips;
  for (const tree of whole) yield { tree };
}

/** Slips of one name for another at every place first, which explain the most. */
function* slipsOf(tree: Expression, alternatives: Alternatives): Generator<Mutant> {
  yield* renamed(tree, alternatives);
  yield* mutantsOf(tree, alternatives);
}

/** One name for another at every place, and two names for each other. */
function* renamed(tree: Expression, alternatives: Alternatives): Generator<Mutant> {
  const names = [...new Set(symbolsIn(tree))];
  for (const name of names)
    for (const other of alternatives(name)) {
      yield { tree: mapSymbols(tree, (each) => symbol(each === name ? other : each)) };
      if (names.includes(other) && name <= other)
        yield { tree: mapSymbols(tree, (each) => symbol(each === name ? other : each === other ? name : each)) };
    }
}
