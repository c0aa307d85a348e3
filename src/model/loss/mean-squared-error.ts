import { difference, number, product, square } from '../../expression/tree.ts';
import type { Loss } from './loss.ts';

/** (t − a)², of which the mean over the outputs is taken. */
export const meanSquaredError: Loss = {
  title: 'squared error',
  total: 'mean',
  error: (target, output) => square(difference(target, output)),
  derivative: (target, output) => product(number(2), difference(output, target)),
};
