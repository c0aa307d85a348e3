import { apply, difference, number, ONE, product, quotient, sum } from '../../expression/tree.ts';
import type { Schedule } from './schedule.ts';
import { first, gone, iterations, least } from './symbols.ts';

/**
 * Cosine annealing: η = least + (η0 − least)·(1 + cos(π·(k − 1)/T))/2.
 * Source: PyTorch documentation, torch.optim.lr_scheduler.CosineAnnealingLR; Loshchilov and Hutter, 2017.
 */
export const cosineAnnealing: Schedule = {
  why: 'The learning rate comes down as half a wave of the cosine does: slowly at first, fast in the middle, slowly at the end.',
  rate: sum(
    least,
    quotient(
      product(difference(first, least), sum(ONE, apply('cos', quotient(product(apply('pi'), gone), iterations)))),
      number(2),
    ),
  ),
};
