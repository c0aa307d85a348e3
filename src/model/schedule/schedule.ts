import type { Expression } from '../../expression/tree.ts';

/** A schedule as it is shown: the learning rate that it makes of the one given. */
export interface Schedule {
  /** What it does, in a sentence. */
  readonly why: string;
  /** η of iteration k. */
  readonly rate: Expression;
}
