import { conditional, difference, exponential, named, ONE, ZERO } from '../../expression/tree.ts';
import { elementwise } from './activation.ts';

/**
 * The exponential linear unit with α = 1: x above 0, else e^x − 1. Its slope has no jump, but bends at 0.
 * Source: PyTorch documentation, torch.nn.ELU.
 */
export const elu = elementwise('ELU', {
  value: (x) => named('ELU', x, conditional(x, ZERO, x, difference(exponential(x), ONE))),
  derivative: (x) => conditional(x, ZERO, ONE, exponential(x)),
  bend: (x) => [x, ZERO],
});
