import type { Expression } from '../../expression/tree.ts';

/** A loss as it is shown: how far one output is from its target. */
export interface Loss {
  /** Its name in a sentence, such as "half squared error". */
  readonly title: string;
  /** The error of one output. */
  readonly error: (target: Expression, output: Expression) => Expression;
  /** ∂E_total/∂output. */
  readonly derivative: (target: Expression, output: Expression) => Expression;
}
