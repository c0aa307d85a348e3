import type { Expression } from '../expression/tree.ts';
import type { Role } from './column.ts';

/** One step of an iteration: a quantity, the formula that gives it, and why. */
export interface Step {
  /** What is computed: `h1`, `∂E/∂w5`, `new w5`. */
  readonly name: string;
  /** The column of the table that holds the same number. */
  readonly column: string;
  /** How many iterations later: 1 for a new weight, which the next iteration starts with. */
  readonly later: 0 | 1;
  readonly role: Role;
  readonly formula: Expression;
  /** Symbols of the formula that are other names for quantities: ∂o1/∂w5 is a_h1. */
  readonly aliases: ReadonlyMap<string, string>;
  /** In words: what this is and why it is so. */
  readonly words: string;
}

/** Steps that belong together, in the order of computation. */
export interface StepSection {
  readonly kind: 'forward' | 'error' | 'backward-output' | 'backward-hidden' | 'mean' | 'rate' | 'optimizer' | 'update';
  readonly title: string;
  /** The title without the sample. */
  readonly plainTitle: string;
  /** The sample of a batch that the steps are of, by its place, counted from 1; undefined where they are of no single one. */
  readonly sample: number | undefined;
  /** Why the steps are done, in one or two sentences. */
  readonly why: string;
  readonly steps: readonly Step[];
}

/** The name of a weight after its update. */
export const newName = (weight: string): string => `new ${weight}`;
