import type { Expression } from '../expression/tree.ts';
import type { Quantity } from '../spec/quantity.ts';

/** What a quantity is in the course of an iteration; decides colours and number formats. */
export type Role = 'target' | 'input' | 'weight' | 'forward' | 'error' | 'total' | 'factor' | 'gradient';

/** How a quantity gets its number. */
export type Rule =
  /** Given at the start and the same in every iteration. */
  | { readonly kind: 'given' }
  /** Given at the start; afterwards computed from the numbers of the iteration before. */
  | { readonly kind: 'learned'; readonly update: Expression }
  /** Computed from numbers of the same iteration. */
  | { readonly kind: 'computed'; readonly formula: Expression };

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
