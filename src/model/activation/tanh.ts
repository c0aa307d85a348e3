import { apply, difference, ONE, square } from '../../expression/tree.ts';
import { elementwise } from './activation.ts';

/** The hyperbolic tangent, with tanh′ = 1 − tanh². The function of spreadsheets is exact for all numbers. */
export const tanh = elementwise(
  'tanh',
  (x) => apply('tanh', x),
  (_, a) => difference(ONE, square(a)),
);
