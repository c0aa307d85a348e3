import type { OptimizerName } from '../network/network.ts';
import { add, applied, divide, multiply, raise, subtract } from './cell-number.ts';

/** The numbers that steer an optimizer, by the symbol that they have in formulas. */
export type Steering = (symbol: string) => number;

/**
 * One update of one trained number, in the arithmetic of cells.
 *
 * @param value the number before
 * @param gradient ∂E/∂value, with weight decay added where there is any
 * @param states what is kept of it, as it was after the iteration before (0 at first); changed in place to what it is now
 * @param rate the learning rate of the iteration
 * @param iteration counted from 1
 * @returns the number after
 */
type Update = (value: number, gradient: number, states: Float64Array, rate: number, iteration: number) => number;

const sqrt = (x: number): number => applied(Math.sqrt, x);

/** a·x + b·y */
const mixed = (a: number, x: number, b: number, y: number): number => add(multiply(a, x), multiply(b, y));

/** Every optimizer. Source of the definitions: PyTorch documentation, torch.optim. */
export const optimizerUpdates: Readonly<Record<OptimizerName, (of: Steering) => Update>> = {
  sgd: () => (value, gradient, _, rate) => subtract(value, multiply(rate, gradient)),

  momentum: (of) => {
    const mu = of('μ');
    return (value, gradient, states, rate) => {
      const v = add(multiply(mu, states[0] as number), gradient);
      states[0] = v;
      return subtract(value, multiply(rate, v));
    };
  },

  nesterov: (of) => {
    const mu = of('μ');
    return (value, gradient, states, rate) => {
      const v = add(multiply(mu, states[0] as number), gradient);
      states[0] = v;
      return subtract(value, multiply(rate, add(gradient, multiply(mu, v))));
    };
  },

  adagrad: (of) => {
    const epsilon = of('ε');
    return (value, gradient, states, rate) => {
      const s = add(states[0] as number, multiply(gradient, gradient));
      states[0] = s;
      return subtract(value, divide(multiply(rate, gradient), add(sqrt(s), epsilon)));
    };
  },

  rmsprop: (of) => {
    const [alpha, epsilon] = [of('α'), of('ε')];
    return (value, gradient, states, rate) => {
      const s = mixed(alpha, states[0] as number, subtract(1, alpha), multiply(gradient, gradient));
      states[0] = s;
      return subtract(value, divide(multiply(rate, gradient), add(sqrt(s), epsilon)));
    };
  },

  adam: (of) => {
    const [beta1, beta2, epsilon] = [of('β1'), of('β2'), of('ε')];
    return (value, gradient, states, rate, k) => {
      const m = mixed(beta1, states[0] as number, subtract(1, beta1), gradient);
      const s = mixed(beta2, states[1] as number, subtract(1, beta2), multiply(gradient, gradient));
      const corrected = divide(m, subtract(1, raise(beta1, k)));
      const square = divide(s, subtract(1, raise(beta2, k)));
      states.set([m, s, corrected, square]);
      return subtract(value, divide(multiply(rate, corrected), add(sqrt(square), epsilon)));
    };
  },
};
