import { difference, HALF, product, square } from '../../expression/tree.ts';
import type { Loss } from './loss.ts';

/** ½(t − a)²; the half cancels the 2 of the derivative, which is a − t. */
export const halfSquaredError: Loss = {
  title: 'half squared error',
  total: 'sum',
  error: (target, output) => product(HALF, square(difference(target, output))),
  derivative: (target, output) => difference(output, target),
};
