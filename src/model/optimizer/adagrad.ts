import { square, sum } from '../../expression/tree.ts';
import type { OptimizerStatement } from './optimizer.ts';
import { scaledStep } from './symbols.ts';

/** Adagrad: s = s + gradient², new w = w − η·gradient / (√s + ε). Source: PyTorch documentation, torch.optim.Adagrad. */
export const adagrad: OptimizerStatement<'adagrad'> = {
  title: 'Adagrad',
  why: 'Every weight divides its step by the size of all gradients it has had so far, so that steps become shorter and shorter.',
  states: {
    s: {
      formula: ({ old, gradient }) => sum(old('s'), square(gradient)),
      meaning: (parameter) => `The squares of all gradients of ${parameter} so far, added up.`,
    },
  },
  update: ({ value, gradient, state }) => scaledStep(value, gradient, state('s')),
};
