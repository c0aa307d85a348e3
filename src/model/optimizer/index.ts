import type { OptimizerName } from '../../network/network.ts';
import { adagrad } from './adagrad.ts';
import { adam } from './adam.ts';
import { momentum, nesterov } from './momentum.ts';
import type { Optimizer } from './optimizer.ts';
import { rmsprop } from './rmsprop.ts';
import { sgd } from './sgd.ts';

export type { Optimizer, UpdateSymbols } from './optimizer.ts';

/** Every optimizer, by its name in the network file. */
export const optimizers: Readonly<Record<OptimizerName, Optimizer>> = {
  sgd,
  momentum,
  nesterov,
  adagrad,
  rmsprop,
  adam,
};
