import { difference, type Expression, ONE, power, product, quotient, square, sum } from '../../expression/tree.ts';
import type { OptimizerStatement } from './optimizer.ts';
import { beta1, beta2, k, scaledStep } from './symbols.ts';

/** β·old + (1 − β)·x */
const average = (beta: Expression, old: Expression, x: Expression): Expression =>
  sum(product(beta, old), product(difference(ONE, beta), x));

/** An average that began at 0, made as large as it should be. */
const corrected = (average: Expression, beta: Expression): Expression =>
  quotient(average, difference(ONE, power(beta, k)));

/**
 * Adam: m and s average the gradient and its square, m̂ and ŝ correct their start at 0, new w = w − η·m̂ / (√ŝ + ε).
 * Source: PyTorch documentation, torch.optim.Adam; Kingma and Ba, 2015.
 */
export const adam: OptimizerStatement<'adam'> = {
  title: 'Adam',
  why: 'Every weight follows the average of its gradients, divided by the size that they had lately; both averages are corrected for their start at 0.',
  states: {
    m: {
      formula: ({ old, gradient }) => average(beta1, old('m'), gradient),
      meaning: (parameter) =>
        `The gradient of ${parameter}, averaged over the last iterations; β1 fades the old ones out.`,
    },
    s: {
      formula: ({ old, gradient }) => average(beta2, old('s'), square(gradient)),
      meaning: (parameter) => `The square of the gradient of ${parameter}, averaged; β2 fades the old ones out.`,
    },
    m̂: {
      formula: ({ state }) => corrected(state('m'), beta1),
      meaning: (parameter) => `The average gradient of ${parameter}, corrected because it began at 0.`,
    },
    ŝ: {
      formula: ({ state }) => corrected(state('s'), beta2),
      meaning: (parameter) => `The average square for ${parameter}, corrected because it began at 0.`,
    },
  },
  update: ({ value, state }) => scaledStep(value, state('m̂'), state('ŝ')),
};
