import { sizeOf } from '../../expression/rewrite.ts';
import type { Alternatives, Mutant } from '../../expression/slips.ts';
import { keyOf } from '../../expression/symbols.ts';
import type { Expression } from '../../expression/tree.ts';
import type { Budget } from '../budget.ts';
import { compiled, type NumberOf } from '../terms/compile.ts';
import { type Trial, trialsOf } from './trials.ts';

/** A set of numbers, what a formula is to give with them, and how far it may be off. */
export interface TestPoint {
  readonly numberOf: NumberOf;
  readonly wanted: number;
  readonly allowed: number;
}

/** Steps that a part of a formula takes to be changed, compiled and calculated. */
const TRY = 4;
/** Steps that are spent on one mistake. */
const MOST_EACH = 4_000_000;

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
  const [point] = points;
  // Numbers that the right formula gives too show no slip.
  if (point === undefined || fits(right, points)) return undefined;
  const cost = TRY * sizeOf(right);
  const own = budget.share(MOST_EACH);
  const numberOf = remembered(point.numberOf);
  // Most are told apart by their first number alone.
  const isFound = ({ value, mutant }: Trial): boolean =>
    Math.abs(value - point.wanted) <= point.allowed && fits(mutant().tree, points);
  const singles = () => trialsOf(right, alternatives, numberOf, whole);
  for (const slip of singles()) {
    if (isFound(slip)) return slip.mutant();
    if (!own.take(cost)) return undefined;
  }
  if (!pairs) return undefined;
  for (const single of singles()) {
    const first = single.mutant();
    if (first.slip?.kind === 'twice') continue;
    for (const second of trialsOf(first.tree, alternatives, numberOf)) {
      if (isFound(second)) return { tree: second.mutant().tree };
      if (!own.take(cost)) return undefined;
    }
  }
  return undefined;
}

/** Numbers that are asked for again and again. */
function remembered(numberOf: NumberOf): NumberOf {
  const known = new Map<string, number>();
  return (name, row) => {
    const key = keyOf({ name, row });
    const value = known.get(key) ?? numberOf(name, row);
    known.set(key, value);
    return value;
  };
}
