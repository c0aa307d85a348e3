import { difference, type Expression, product } from '../expression/tree.ts';

/** Plain gradient descent: new w = w − η·∂E/∂w. */
export function gradientDescent(weight: Expression, learningRate: Expression, gradient: Expression): Expression {
  return difference(weight, product(learningRate, gradient));
}
