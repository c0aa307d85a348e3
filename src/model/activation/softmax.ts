import { difference, exponential, named, negation, ONE, product, quotient, sum } from '../../expression/tree.ts';
import { type Activation, needed, symbolAt } from './activation.ts';

/**
 * Softmax, e^(x) divided by the sum of such powers over the layer: positive numbers that add up to 1. The largest net input is taken
 * away from all of them, which changes nothing in the quotient: e^(800) is beyond a cell although the quotient is an ordinary number.
 * The derivative of a_j by x_k is a_j·(1 − a_j) for j = k, else −a_j·a_k.
 */
export const softmax: Activation = {
  title: 'softmax',
  joint: true,
  bend: undefined,
  range: [0, 1],
  textbook: undefined,
  steepest: 0.25,
  value: ({ netInputs, largest }, unit) => {
    const power = (x: (typeof netInputs)[number]) => exponential(difference(x, needed(largest)));
    const own = symbolAt(netInputs, unit);
    return named('softmax', own, quotient(power(own), sum(...netInputs.map(power))));
  },
  derivative: ({ activations }, unit, by) => {
    const [own, other] = [symbolAt(activations, unit), symbolAt(activations, by)];
    return unit === by ? product(own, difference(ONE, own)) : negation(product(own, other));
  },
};
