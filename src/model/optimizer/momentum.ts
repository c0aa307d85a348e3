import { difference, product, sum } from '../../expression/tree.ts';
import type { OptimizerStatement, State } from './optimizer.ts';
import { eta, mu } from './symbols.ts';

const velocity: State = {
  formula: ({ old, gradient }) => sum(product(mu, old('v')), gradient),
  meaning: (parameter) => `The velocity of ${parameter}: its gradient, and μ times the velocity that it had before.`,
};

/** Momentum: v = μ·v + gradient, new w = w − η·v. Source: PyTorch documentation, torch.optim.SGD. */
export const momentum: OptimizerStatement<'momentum'> = {
  title: 'momentum',
  why: 'Every weight keeps a velocity, as a ball that rolls downhill does: the gradient pushes it, and μ of the old velocity stays.',
  states: { v: velocity },
  update: ({ value, state }) => difference(value, product(eta, state('v'))),
};

/** Nesterov's momentum: v = μ·v + gradient, new w = w − η·(gradient + μ·v). Source: PyTorch documentation, torch.optim.SGD. */
export const nesterov: OptimizerStatement<'nesterov'> = {
  title: 'Nesterov momentum',
  why: 'As with momentum, every weight keeps a velocity, but the step looks ahead: it takes the gradient and μ of the new velocity.',
  states: { v: velocity },
  update: ({ value, gradient, state }) => difference(value, product(eta, sum(gradient, product(mu, state('v'))))),
};
