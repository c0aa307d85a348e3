import { difference, exponential, named, negation, ONE, product, quotient, sum } from '../../expression/tree.ts';
import { elementwise } from './activation.ts';

/**
 * The sigmoid or logistic function, σ(x) = 1 / (1 + e^(−x)), with σ′ = σ·(1 − σ). The textbook form stays as it is: it fails below
 * −709.78, where e^(−x) is beyond a cell, and there σ itself is too small for a cell to tell from 0.
 */
export const sigmoid = elementwise('sigmoid', {
  value: (x) => named('σ', x, quotient(ONE, sum(ONE, exponential(negation(x))))),
  derivative: (_, a) => product(a, difference(ONE, a)),
  range: [0, 1],
  steepest: 0.25,
});
