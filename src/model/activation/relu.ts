import { apply, conditional, named, ONE, ZERO } from '../../expression/tree.ts';
import { elementwise } from './activation.ts';

/** The rectified linear unit, max(0, x). At its kink the derivative counts as 0, as in PyTorch. */
export const relu = elementwise(
  'ReLU',
  (x) => named('ReLU', x, apply('max', ZERO, x)),
  (x) => conditional(x, ZERO, ONE, ZERO),
  true,
);
