import { difference, ONE, product, square, sum } from '../../expression/tree.ts';
import type { OptimizerStatement } from './optimizer.ts';
import { alpha, scaledStep } from './symbols.ts';

/**
 * RMSprop: s = α·s + (1 − α)·gradient², new w = w − η·gradient / (√s + ε). Source: PyTorch documentation, torch.optim.RMSprop.
 */
export const rmsprop: OptimizerStatement<'rmsprop'> = {
  title: 'RMSprop',
  why: 'Every weight divides its step by the size that its gradients had lately, so that flat directions move as well as steep ones.',
  states: {
    s: {
      formula: ({ old, gradient }) => sum(product(alpha, old('s')), product(difference(ONE, alpha), square(gradient))),
      meaning: (parameter) =>
        `The square of the gradient of ${parameter}, averaged over the last iterations; α fades the old ones out.`,
    },
  },
  update: ({ value, gradient, state }) => scaledStep(value, gradient, state('s')),
};
