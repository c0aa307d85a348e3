import { power, product } from '../../expression/tree.ts';
import type { Schedule } from './schedule.ts';
import { factor, first, gone } from './symbols.ts';

/** Exponential decay: η = η0·factor^(k − 1). Source: PyTorch documentation, torch.optim.lr_scheduler.ExponentialLR. */
export const exponentialDecay: Schedule = {
  why: 'After every iteration the learning rate is multiplied by a factor: long steps first, short ones later.',
  rate: product(first, power(factor, gone)),
};
