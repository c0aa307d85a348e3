import { apply, power, product, quotient } from '../../expression/tree.ts';
import type { Schedule } from './schedule.ts';
import { every, factor, first, gone } from './symbols.ts';

/** Step decay: η = η0·factor^⌊(k − 1)/every⌋. Source: PyTorch documentation, torch.optim.lr_scheduler.StepLR. */
export const stepDecay: Schedule = {
  why: 'The learning rate stays as it is for some iterations, then it is multiplied by a factor: long steps first, short ones later.',
  rate: product(first, power(factor, apply('floor', quotient(gone, every)))),
};
