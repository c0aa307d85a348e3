import type { OptimizerFile, OptimizerName } from './network.ts';
import { standards } from './standards.ts';

/** A number that steers an optimizer: its field in the network file, its symbol, and its value unless given. */
export interface Setting {
  readonly field: 'momentum' | 'alpha' | 'beta1' | 'beta2' | 'epsilon' | PenaltyName;
  readonly symbol: string;
  readonly standard: number;
}

const momentum: Setting = { field: 'momentum', symbol: 'μ', standard: standards.momentum };
const alpha: Setting = { field: 'alpha', symbol: 'α', standard: standards.alpha };
const beta1: Setting = { field: 'beta1', symbol: 'β1', standard: standards.beta1 };
const beta2: Setting = { field: 'beta2', symbol: 'β2', standard: standards.beta2 };
const epsilon = (of: keyof typeof standards.epsilon): Setting => ({
  field: 'epsilon',
  symbol: 'ε',
  standard: standards.epsilon[of],
});

/** A field that pulls every trained number towards 0. */
export type PenaltyName = 'weightDecay' | 'l1';

/** A penalty: how strong it is, and its name in a sentence. */
export interface Penalty extends Setting {
  readonly field: PenaltyName;
  readonly title: string;
}

/** What every optimizer can have: what pulls is added to a gradient in this order. Where the file has none, its symbol has no place. */
export const penalties: readonly Penalty[] = [
  { field: 'weightDecay', symbol: 'λ', standard: 0, title: 'weight decay' },
  { field: 'l1', symbol: 'λ1', standard: 0, title: 'L1' },
];

/** What an optimizer is steered by, and what it keeps of every trained number from iteration to iteration. */
interface OptimizerParts {
  readonly settings: readonly Setting[];
  /** Symbols of the states, in the order in which they are computed; adam's last two are bias-corrected. */
  readonly states: readonly string[];
}

/** The parts of every optimizer, the one place that says which states it keeps. Names and definitions are those of PyTorch. */
export const optimizerParts = {
  sgd: { settings: [], states: [] },
  momentum: { settings: [momentum], states: ['v'] },
  nesterov: { settings: [momentum], states: ['v'] },
  adagrad: { settings: [epsilon('adagrad')], states: ['s'] },
  rmsprop: { settings: [alpha, epsilon('rmsprop')], states: ['s'] },
  adam: { settings: [beta1, beta2, epsilon('adam')], states: ['m', 's', 'm̂', 'ŝ'] },
} as const satisfies Readonly<Record<OptimizerName, OptimizerParts>>;

/** The symbols of the states of an optimizer. */
export type StateOf<Name extends OptimizerName> = (typeof optimizerParts)[Name]['states'][number];

/** The symbol of a gradient to which penalties are added. */
export const PENALISED_GRADIENT = 'g';

/** The penalties that a file gives. */
export const penaltiesOf = (optimizer: OptimizerFile): readonly Penalty[] =>
  penalties.filter(({ field }) => optimizer[field] !== undefined);

/** The settings that an optimizer has, penalties among them where the file gives them. */
export const settingsOf = (optimizer: OptimizerFile): readonly Setting[] => [
  ...optimizerParts[optimizer.name].settings,
  ...penaltiesOf(optimizer),
];

/** The name of a state: `v_w1`. */
export const stateName = (state: string, parameter: string): string => `${state}_${parameter}`;

/** The optimizer of a network: plain gradient descent unless given. */
export const optimizerOf = ({
  optimizer = { name: standards.optimizer },
}: {
  readonly optimizer?: OptimizerFile | undefined;
}): OptimizerFile => optimizer;
