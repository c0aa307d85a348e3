import type { OptimizerName } from '../../network/network.ts';
import { optimizerParts } from '../../network/optimizer.ts';
import { adagrad } from './adagrad.ts';
import { adam } from './adam.ts';
import { momentum, nesterov } from './momentum.ts';
import type { Optimizer, OptimizerStatement, State } from './optimizer.ts';
import { rmsprop } from './rmsprop.ts';
import { sgd } from './sgd.ts';

export type { Optimizer, UpdateSymbols } from './optimizer.ts';

/** Every optimizer, by its name in the network file. */
export const optimizers: Readonly<Record<OptimizerName, Optimizer>> = {
  sgd: stated('sgd', sgd),
  momentum: stated('momentum', momentum),
  nesterov: stated('nesterov', nesterov),
  adagrad: stated('adagrad', adagrad),
  rmsprop: stated('rmsprop', rmsprop),
  adam: stated('adam', adam),
};

function stated<Name extends OptimizerName>(name: Name, optimizer: OptimizerStatement<Name>): Optimizer {
  const states: Readonly<Record<string, State>> = optimizer.states;
  return {
    ...optimizer,
    states: optimizerParts[name].states.flatMap((symbol) => {
      const state = states[symbol];
      return state === undefined ? [] : [{ symbol, ...state }];
    }),
  };
}
