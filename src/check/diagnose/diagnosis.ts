import type { Expression } from '../../expression/tree.ts';

/** Why a column's cells are wrong. */
export interface Diagnosis {
  /** What two mistakes of the same cause have in common. */
  readonly cause: string;
  /** The end of a sentence that begins with the quantity. */
  readonly words: string;
  readonly named: boolean;
  /** What the learner computes, where it could be told. */
  readonly used: Expression | undefined;
}

/** What was found for formulas before, so that the same one on the sixth sheet costs nothing. */
export type Known = Map<string, Diagnosis>;
