import { apply, difference, ONE, square } from '../../expression/tree.ts';
import { elementwise } from './activation.ts';

/** The hyperbolic tangent, with tanh′ = 1 − tanh². The function of spreadsheets is exact for all numbers. */
export const tanh = elementwise('tanh', {
  value: (x) => apply('tanh', x),
  derivative: (_, a) => difference(ONE, square(a)),
  range: [-1, 1],
});
