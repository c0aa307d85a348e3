import type { Where } from './addresses.ts';
import type { Chance } from './chance.ts';
import type { Quantity } from './learner-network.ts';
import type { Change } from './learner-workbook.ts';
import type { Plan } from './plan.ts';

/** A mistake of a learner. */
export interface Mistake {
  /** What was done, for whoever reads of a miss. */
  readonly what: string;
  readonly change: Change;
  /** Quantities that a report may name; none, where any will do. */
  readonly quantities: readonly string[];
  /** A name that the report must hold: what is used, what should be. */
  readonly mentions: readonly string[];
  /** Words that the report must hold. */
  readonly words: readonly RegExp[];
  /** Whether the report has to know the cause, and not only that something is wrong. */
  readonly named: boolean;
  /** Whether the mistake shows in numbers alone. */
  readonly numeric: boolean;
  /** Whether it is two slips, so that a report may tell it as two. */
  readonly two?: boolean;
}

/** A mistake; undefined where the drawn one cannot be made in a workbook. */
export type Drawn = Mistake | undefined;

export const plain = { mentions: [], words: [], named: false, numeric: false } as const;

/** Quantities with formulas; those that learners get wrong more often come more often. */
export function drawnQuantity(
  plan: Plan,
  chance: Chance,
  is: (quantity: Quantity) => boolean = () => true,
): Quantity | undefined {
  const computed = plan.quantities.filter((each) => each.role !== 'target' && each.role !== 'input' && is(each));
  const backward = computed.filter(({ role }) => ['gradient', 'delta', 'factor', 'change', 'new'].includes(role));
  const pool = backward.length > 0 && chance.percent(55) ? backward : computed;
  return pool.length === 0 ? undefined : chance.oneOf(pool);
}

/** In which rows and tables a mistake is made: everywhere, in one iteration, or from one on; in all tables, or in one. */
export function scopeOf(plan: Plan, chance: Chance, first: number): (where: Where) => boolean {
  const { iterations, rates } = plan;
  const table = rates.length > 1 && chance.percent(40) ? chance.from(0, rates.length - 1) : undefined;
  const draw = iterations - first > 1 ? chance.from(0, 99) : 0;
  const at = chance.from(first, iterations - 1);
  return ({ iteration, table: t }) => {
    if (table !== undefined && t !== table) return false;
    if (draw < 65) return iteration >= first;
    return draw < 85 ? iteration === at : iteration >= at;
  };
}

/** The formula that a slip is made in: the learner's own, or the plain one where that reads ranges. */
const plainest = ({ quantity }: Where, right: string): string =>
  right.includes(':') ? (quantity.formula ?? quantity.update ?? right) : right;

/** The first iteration that has a formula of a quantity. */
export const firstOf = ({ role }: Quantity): number => (role === 'weight' ? 1 : 0);

/** Other formulas for some quantities, within a scope. */
export function changing(
  names: ReadonlyMap<string, (right: string) => string | undefined>,
  scope: (where: Where) => boolean,
): Change {
  return (where, right) => {
    const change = names.get(where.quantity.name);
    if (change === undefined || right === undefined || !scope(where)) return undefined;
    const template = change(plainest(where, right));
    return template === undefined ? undefined : { template };
  };
}
