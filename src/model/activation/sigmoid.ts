import { difference, exponential, named, negation, ONE, product, quotient, sum } from '../../expression/tree.ts';
import type { Activation } from './activation.ts';

/** The sigmoid or logistic function, σ(x) = 1 / (1 + e^(−x)), with σ′ = σ·(1 − σ). */
export const sigmoid: Activation = {
  title: 'sigmoid',
  value: (x) => named('σ', x, quotient(ONE, sum(ONE, exponential(negation(x))))),
  derivative: (_, a) => product(a, difference(ONE, a)),
};
