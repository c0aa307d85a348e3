import { conditional, named, ONE, product, ZERO } from '../../expression/tree.ts';
import { elementwise, needed } from './activation.ts';

/** x above 0, else slope · x. At its kink the derivative counts as the slope, as in PyTorch. */
export const leakyRelu = elementwise('leaky ReLU', {
  value: (x, { slope }) => named('LReLU', x, conditional(x, ZERO, x, product(needed(slope), x))),
  derivative: (x, _, { slope }) => conditional(x, ZERO, ONE, needed(slope)),
  bend: (x) => [x, ZERO],
});
