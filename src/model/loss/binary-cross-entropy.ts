import {
  apply,
  difference,
  type Expression,
  negation,
  ONE,
  product,
  quotient,
  sum,
  vanishing,
} from '../../expression/tree.ts';
import type { Loss } from './loss.ts';

/** 1 − x */
const rest = (x: Expression): Expression => difference(ONE, x);

/**
 * −(t·ln a + (1 − t)·ln(1 − a)), of which the mean over the outputs is taken. A term whose factor is 0 counts as 0, so that an output
 * that has reached its target of 0 or 1 has no error, though ln 0 has no value.
 */
export const binaryCrossEntropy: Loss = {
  title: 'binary cross-entropy',
  total: 'mean',
  error: (target, output) => {
    const term = (factor: Expression, of: Expression) => vanishing(factor, product(factor, apply('ln', of)));
    return negation(sum(term(target, output), term(rest(target), rest(output))));
  },
  derivative: (target, output) => {
    const term = (numerator: Expression, of: Expression) => vanishing(numerator, quotient(numerator, of));
    return difference(term(rest(target), rest(output)), term(target, output));
  },
};
