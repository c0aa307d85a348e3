import type { Expression } from '../../expression/tree.ts';

/** An activation function as it is shown. */
export interface Activation {
  /** Its name in a sentence, such as "sigmoid". */
  readonly title: string;
  /** f(x), x being the net input. */
  readonly value: (netInput: Expression) => Expression;
  /** f′(x), stated as class does: through the net input x, the activation f(x), or both. */
  readonly derivative: (netInput: Expression, activation: Expression) => Expression;
}
