import { apply, conditional, named, ONE, ZERO } from '../../expression/tree.ts';
import { elementwise } from './activation.ts';

/** The rectified linear unit, max(0, x). At its kink the derivative counts as 0, as in PyTorch. */
export const relu = elementwise('ReLU', {
  value: (x) => named('ReLU', x, apply('max', ZERO, x)),
  derivative: (x) => conditional(x, ZERO, ONE, ZERO),
  bend: (x) => [x, ZERO],
});
