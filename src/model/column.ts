import type { Expression } from '../expression/tree.ts';
import type { Quantity } from '../quantities/quantity.ts';

/** What a quantity is in the course of an iteration; decides colours and number formats. */
export type Role =
  | 'target'
  | 'input'
  | 'setting'
  | 'weight'
  | 'forward'
  | 'error'
  | 'total'
  | 'factor'
  | 'gradient'
  | 'state'
  | 'accuracy'
  /** Anything of a sample that only tests. */
  | 'test';

/** How a quantity gets its number. */
export type Rule =
  /** Given at the start and the same in every iteration. */
  | { readonly kind: 'given' }
  /**
   * Given for each iteration of an epoch, after which every number comes back. `of` names the numbers of the samples, unless it is that of the
   * sample itself.
   */
  | { readonly kind: 'in-turn'; readonly every: number; readonly of?: readonly string[] }
  /** Given at the start; afterwards computed from the numbers of the iteration before. */
  | { readonly kind: 'learned'; readonly update: Expression }
  /** Computed from numbers of the same iteration. */
  | { readonly kind: 'computed'; readonly formula: Expression }
  /** Computed from numbers of the same iteration and its own number of the one before; 0 before the first. */
  | { readonly kind: 'accumulated'; readonly formula: Expression }
  /** The mean of a quantity over the last iterations, or over as many as there are. */
  | { readonly kind: 'running-mean'; readonly of: string; readonly iterations: number };

/** A quantity as a column of the table: what it is called, how it is computed, and what it means. */
export interface Column {
  readonly quantity: Quantity;
  readonly name: string;
  readonly role: Role;
  readonly rule: Rule;
  /** In words: what the quantity is. */
  readonly meaning: string;
}

/** Neighbouring columns under one heading. */
export interface ColumnGroup {
  readonly title: string;
  readonly columns: readonly Column[];
}

/** The formula of a rule that has one. */
export function ruleFormula(rule: Rule): Expression | undefined {
  if (rule.kind === 'learned') return rule.update;
  return rule.kind === 'computed' || rule.kind === 'accumulated' ? rule.formula : undefined;
}

/** The formula by which a row computes a quantity from its own numbers, where it does. */
export function formulaOf({ rule }: Column): Expression | undefined {
  return rule.kind === 'learned' ? undefined : ruleFormula(rule);
}

/** Whether a quantity is part of an iteration as it is taught; what only tells how well the network does is not. */
export const isTaught = ({ role }: Column): boolean => role !== 'accuracy' && role !== 'test';
