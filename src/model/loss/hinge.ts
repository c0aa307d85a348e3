import { apply, conditional, difference, negation, ONE, product, ZERO } from '../../expression/tree.ts';
import type { Loss } from './loss.ts';

/** max(0, 1 − t·a) for targets of −1 and 1, of which the mean over the outputs is taken. Where it is 0, its slope is. */
export const hinge: Loss = {
  title: 'hinge loss',
  total: 'mean',
  error: (target, output) => apply('max', ZERO, difference(ONE, product(target, output))),
  derivative: (target, output) => conditional(ONE, product(target, output), negation(target), ZERO),
  bend: (target, output) => [ONE, product(target, output)],
};
