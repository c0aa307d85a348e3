import { apply, difference } from '../../expression/tree.ts';
import type { Loss } from './loss.ts';

/** |a − t|, of which the mean over the outputs is taken. At its kink, a = t, the slope counts as 0. */
export const meanAbsoluteError: Loss = {
  title: 'absolute error',
  total: 'mean',
  error: (target, output) => apply('abs', difference(output, target)),
  derivative: (target, output) => apply('sign', difference(output, target)),
  bend: (target, output) => [output, target],
};
