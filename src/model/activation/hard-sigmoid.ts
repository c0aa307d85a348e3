import { apply, conditional, HALF, named, number, ONE, quotient, sum, ZERO } from '../../expression/tree.ts';
import { elementwise } from './activation.ts';

/** Where its straight line ends, to either side of 0. */
const END = number(3);

/** A sigmoid of straight lines, min(1, max(0, x/6 + ½)). At its kinks the derivative counts as 0, as in PyTorch's torch.nn.Hardsigmoid. */
export const hardSigmoid = elementwise('hard sigmoid', {
  value: (x) => named('hardsigmoid', x, apply('min', ONE, apply('max', ZERO, sum(quotient(x, number(6)), HALF)))),
  derivative: (x) => conditional(END, apply('abs', x), quotient(ONE, number(6)), ZERO),
  bend: (x) => [apply('abs', x), END],
  range: [0, 1],
  steepest: 1 / 6,
});
