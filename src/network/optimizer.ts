import type { OptimizerFile, OptimizerName } from './network.ts';

/** A number that steers an optimizer: its field in the network file, its symbol, and its value unless given. */
export interface Setting {
  readonly field: 'momentum' | 'alpha' | 'beta1' | 'beta2' | 'epsilon' | 'weightDecay';
  readonly symbol: string;
  readonly standard: number;
}

const momentum: Setting = { field: 'momentum', symbol: 'μ', standard: 0.9 };
const alpha: Setting = { field: 'alpha', symbol: 'α', standard: 0.99 };
const beta1: Setting = { field: 'beta1', symbol: 'β1', standard: 0.9 };
const beta2: Setting = { field: 'beta2', symbol: 'β2', standard: 0.999 };
const epsilon = (standard: number): Setting => ({ field: 'epsilon', symbol: 'ε', standard });

/** L2 weight decay, which every optimizer can have; without it, λ has no place in the workbook. */
export const weightDecay: Setting = { field: 'weightDecay', symbol: 'λ', standard: 0 };

/** What an optimizer is steered by, and what it keeps of every trained number from iteration to iteration. */
interface OptimizerParts {
  readonly settings: readonly Setting[];
  /** Symbols of the states, in the order in which they are computed; adam's last two are bias-corrected. */
  readonly states: readonly string[];
}

/**
 * The parts of every optimizer. Names, definitions and standard values are those of PyTorch.
 * Source: PyTorch documentation, torch.optim: SGD, Adagrad, RMSprop, Adam. PyTorch's momentum has no standard; 0.9 is customary.
 */
export const optimizerParts: Readonly<Record<OptimizerName, OptimizerParts>> = {
  sgd: { settings: [], states: [] },
  momentum: { settings: [momentum], states: ['v'] },
  nesterov: { settings: [momentum], states: ['v'] },
  adagrad: { settings: [epsilon(1e-10)], states: ['s'] },
  rmsprop: { settings: [alpha, epsilon(1e-8)], states: ['s'] },
  adam: { settings: [beta1, beta2, epsilon(1e-8)], states: ['m', 's', 'm̂', 'ŝ'] },
};

/** The symbol of a gradient with λ·w added to it. */
export const DECAYED_GRADIENT = 'g';

/** The settings that an optimizer has, weight decay among them where the file gives it. */
export function settingsOf(optimizer: OptimizerFile): readonly Setting[] {
  const own = optimizerParts[optimizer.name].settings;
  return optimizer.weightDecay === undefined ? own : [...own, weightDecay];
}

/** The name of a state: `v_w1`. */
export const stateName = (state: string, parameter: string): string => `${state}_${parameter}`;

/** The optimizer of a network: plain gradient descent unless given. */
export const optimizerOf = ({
  optimizer = { name: 'sgd' },
}: {
  readonly optimizer?: OptimizerFile | undefined;
}): OptimizerFile => optimizer;
