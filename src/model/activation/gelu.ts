import {
  apply,
  difference,
  type Expression,
  HALF,
  named,
  number,
  ONE,
  power,
  product,
  quotient,
  square,
  sum,
} from '../../expression/tree.ts';
import { elementwise } from './activation.ts';

const CUBIC = 0.044715;

/** √(2/π) */
const scale = apply('sqrt', quotient(number(2), apply('pi')));

/** tanh(√(2/π)·(x + 0.044715x³)) */
const bell = (x: Expression): Expression =>
  apply('tanh', product(scale, sum(x, product(number(CUBIC), power(x, number(3))))));

/**
 * The Gaussian error linear unit by its usual approximation, ½x(1 + tanh(√(2/π)·(x + 0.044715x³))).
 * Source: PyTorch documentation, torch.nn.GELU with approximate='tanh'; Hendrycks and Gimpel, 2016.
 */
export const gelu = elementwise('GELU', {
  value: (x) => named('GELU', x, product(HALF, x, sum(ONE, bell(x)))),
  derivative: (x) => {
    const inner = product(scale, sum(ONE, product(number(3), number(CUBIC), square(x))));
    return sum(product(HALF, sum(ONE, bell(x))), product(HALF, x, difference(ONE, square(bell(x))), inner));
  },
  steepest: 1.13,
});
