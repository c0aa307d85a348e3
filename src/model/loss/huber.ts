import { apply, conditional, difference, HALF, number, ONE, product, square } from '../../expression/tree.ts';
import type { Loss } from './loss.ts';

/**
 * ½(a − t)², and where a is further than 1 from t the straight line |a − t| − ½, of which the mean over the outputs is taken.
 * Source: PyTorch documentation, torch.nn.HuberLoss with δ = 1.
 */
export const huber: Loss = {
  title: 'Huber loss',
  total: 'mean',
  error: (target, output) => {
    const off = difference(output, target);
    const size = apply('abs', off);
    return conditional(size, ONE, difference(size, HALF), product(HALF, square(off)));
  },
  derivative: (target, output) => apply('max', number(-1), apply('min', ONE, difference(output, target))),
  bend: (target, output) => [apply('abs', difference(output, target)), ONE],
};
