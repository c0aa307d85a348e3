import { difference, product } from '../../expression/tree.ts';
import type { OptimizerStatement } from './optimizer.ts';
import { eta } from './symbols.ts';

/** Plain gradient descent: new w = w − η·∂E/∂w. */
export const sgd: OptimizerStatement<'sgd'> = {
  title: 'gradient descent',
  why: 'Every weight takes a step downhill: against its gradient, as long as the learning rate η says.',
  states: {},
  update: ({ value, gradient }) => difference(value, product(eta, gradient)),
};
