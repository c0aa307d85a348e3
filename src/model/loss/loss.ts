import type { Expression } from '../../expression/tree.ts';
import type { Sides } from '../activation/index.ts';

/** A loss as it is shown: how far one output is from its target, and how the errors of all outputs come together. */
export interface Loss {
  /** Its name in a sentence, such as "half squared error". */
  readonly title: string;
  /** Whether the errors of the outputs are added up, or their mean is taken. */
  readonly total: 'sum' | 'mean';
  /** The error of one output. */
  readonly error: (target: Expression, output: Expression) => Expression;
  /** The derivative of that error by the output. */
  readonly derivative: (target: Expression, output: Expression) => Expression;
  /** Where it goes on otherwise: where the first of two numbers becomes larger than the second. Missing in a smooth loss. */
  readonly bend?: (target: Expression, output: Expression) => Sides;
}
