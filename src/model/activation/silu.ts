import {
  apply,
  difference,
  type Expression,
  exponential,
  named,
  negation,
  ONE,
  product,
  quotient,
  sum,
  ZERO,
} from '../../expression/tree.ts';
import { elementwise } from './activation.ts';

/** σ(x), written so that no power is beyond a cell: above 0 it is 1 / (1 + e^(−x)), below e^x / (1 + e^x). */
const logistic = (x: Expression): Expression =>
  named('σ', x, quotient(exponential(apply('min', x, ZERO)), sum(ONE, exponential(negation(apply('abs', x))))));

/** The sigmoid linear unit or swish, x·σ(x), whose derivative is a + σ(x)·(1 − a). Source: PyTorch documentation, torch.nn.SiLU. */
export const silu = elementwise('SiLU', {
  value: (x) => named('SiLU', x, product(x, logistic(x))),
  derivative: (x, a) => sum(a, product(logistic(x), difference(ONE, a))),
  textbook: (x) => `${x}·σ(${x}) = ${x} / (1 + e^(−${x}))`,
  steepest: 1.1,
});
