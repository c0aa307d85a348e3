import { apply, negation, product, quotient, vanishing } from '../../expression/tree.ts';
import type { Loss } from './loss.ts';

/** −t·ln a, summed over the outputs. Where the target is 0 the term counts as 0, even where ln a has no value. */
export const crossEntropy: Loss = {
  title: 'cross-entropy',
  total: 'sum',
  error: (target, output) => negation(vanishing(target, product(target, apply('ln', output)))),
  derivative: (target, output) => negation(vanishing(target, quotient(target, output))),
};
