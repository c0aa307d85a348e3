import type { ActivationName, LossName, OptimizerName } from '../network/network.ts';
import type { PenaltyName } from '../network/optimizer.ts';
import { comment } from './python.ts';

/** What a layer's activation is, from its net inputs, and ∂E/∂net from ∂E/∂a: the chain rule for all its units at once. */
interface NumpyActivation {
  readonly forward: (net: string, slope: string) => string;
  readonly backward: (gradient: string, a: string, net: string, slope: string) => string;
}

/** The sigmoid as e^(−ln(1 + e^(−net))), in which no power is too large. */
const logistic = (net: string): string => `np.exp(-np.logaddexp(0, -${net}))`;

const SCALE = 'np.sqrt(2 / np.pi)';
const bell = (net: string): string => `np.tanh(${SCALE} * (${net} + 0.044715 * ${net}**3))`;

/** Every activation. */
export const numpyActivations: Readonly<Record<ActivationName, NumpyActivation>> = {
  sigmoid: {
    forward: (net) => `1 / (1 + np.exp(-${net}))`,
    backward: (gradient, a) => `${gradient} * ${a} * (1 - ${a})`,
  },
  tanh: { forward: (net) => `np.tanh(${net})`, backward: (gradient, a) => `${gradient} * (1 - ${a} ** 2)` },
  relu: { forward: (net) => `np.maximum(${net}, 0)`, backward: (gradient, _, net) => `${gradient} * (${net} > 0)` },
  'leaky-relu': {
    forward: (net, slope) => `np.where(${net} > 0, ${net}, ${slope} * ${net})`,
    backward: (gradient, _, net, slope) => `${gradient} * np.where(${net} > 0, 1, ${slope})`,
  },
  elu: {
    forward: (net) => `np.where(${net} > 0, ${net}, np.expm1(np.minimum(${net}, 0)))`,
    backward: (gradient, _, net) => `${gradient} * np.exp(np.minimum(${net}, 0))`,
  },
  // log(e^0 + e^net) and e^(net − a) are the same as ln(1 + e^net) and its slope, but no power in them is too large.
  softplus: {
    forward: (net) => `np.logaddexp(0, ${net})`,
    backward: (gradient, a, net) => `${gradient} * np.exp(${net} - ${a})`,
  },
  silu: {
    forward: (net) => `${net} * ${logistic(net)}`,
    backward: (gradient, a, net) => `${gradient} * (${a} + ${logistic(net)} * (1 - ${a}))`,
  },
  gelu: {
    forward: (net) => `${net} / 2 * (1 + ${bell(net)})`,
    backward: (gradient, _, net) =>
      `${gradient} * ((1 + ${bell(net)}) + ${net} * (1 - ${bell(net)} ** 2) * ${SCALE} * (1 + 3 * 0.044715 * ${net}**2)) / 2`,
  },
  'hard-sigmoid': {
    forward: (net) => `np.clip(${net} / 6 + 0.5, 0, 1)`,
    backward: (gradient, _, net) => `${gradient} * (np.abs(${net}) < 3) / 6`,
  },
  linear: { forward: (net) => net, backward: (gradient) => gradient },
  softmax: {
    forward: (net) => `np.exp(${net} - ${net}.max(axis=1, keepdims=True))\n{a} = {a} / {a}.sum(axis=1, keepdims=True)`,
    backward: (gradient, a) => `${a} * (${gradient} - (${gradient} * ${a}).sum(axis=1, keepdims=True))`,
  },
};

/** The error of every output, how a sample's errors come together, and ∂E/∂a of the outputs. */
interface NumpyLoss {
  readonly errors: (a: string) => string;
  readonly total: 'sum' | 'mean';
  readonly gradient: (a: string) => string;
}

/** Every loss. */
export const numpyLosses: Readonly<Record<LossName, NumpyLoss>> = {
  'half-squared-error': { errors: (a) => `(t - ${a}) ** 2 / 2`, total: 'sum', gradient: (a) => `${a} - t` },
  'mean-squared-error': {
    errors: (a) => `(t - ${a}) ** 2`,
    total: 'mean',
    gradient: (a) => `2 * (${a} - t) / t.shape[1]`,
  },
  'mean-absolute-error': {
    errors: (a) => `np.abs(${a} - t)`,
    total: 'mean',
    gradient: (a) => `np.sign(${a} - t) / t.shape[1]`,
  },
  huber: {
    errors: (a) => `np.where(np.abs(${a} - t) > 1, np.abs(${a} - t) - 0.5, (${a} - t) ** 2 / 2)`,
    total: 'mean',
    gradient: (a) => `np.clip(${a} - t, -1, 1) / t.shape[1]`,
  },
  hinge: {
    errors: (a) => `np.maximum(0, 1 - t * ${a})`,
    total: 'mean',
    gradient: (a) => `np.where(1 - t * ${a} > 0, -t, 0) / t.shape[1]`,
  },
  'binary-cross-entropy': {
    errors: (a) => `-(times_log(t, ${a}) + times_log(1 - t, 1 - ${a}))`,
    total: 'mean',
    gradient: (a) => `(${a} - t) / (${a} * (1 - ${a})) / t.shape[1]`,
  },
  'cross-entropy': { errors: (a) => `-times_log(t, ${a})`, total: 'sum', gradient: (a) => `-t / ${a}` },
};

/** What a penalty adds to the gradient of an array `p`. */
export const numpyPenalties: Readonly<Record<PenaltyName, (factor: string) => string>> = {
  weightDecay: (factor) => `${factor} * p`,
  l1: (factor) => `${factor} * np.sign(p)`,
};

/** The update of one array of weights or biases `p` with its gradient `g`; `m`, `s` and `v` are what is kept of it. */
export const numpyUpdates: Readonly<Record<OptimizerName, (setting: (symbol: string) => string) => readonly string[]>> =
  {
    sgd: () => ['p -= learning_rate * g'],
    momentum: (setting) => [`v[...] = ${setting('μ')} * v + g`, 'p -= learning_rate * v'],
    nesterov: (setting) => [`v[...] = ${setting('μ')} * v + g`, `p -= learning_rate * (g + ${setting('μ')} * v)`],
    adagrad: (setting) => ['s += g**2', `p -= learning_rate * g / (np.sqrt(s) + ${setting('ε')})`],
    rmsprop: (setting) => [
      `s[...] = ${setting('α')} * s + (1 - ${setting('α')}) * g**2`,
      `p -= learning_rate * g / (np.sqrt(s) + ${setting('ε')})`,
    ],
    adam: (setting) => [
      `m[...] = ${setting('β1')} * m + (1 - ${setting('β1')}) * g`,
      `s[...] = ${setting('β2')} * s + (1 - ${setting('β2')}) * g**2`,
      comment('Both begin at 0: divided by what they have seen so far, they are means.'),
      `m_hat, s_hat = m / (1 - ${setting('β1')} ** k), s / (1 - ${setting('β2')} ** k)`,
      `p -= learning_rate * m_hat / (np.sqrt(s_hat) + ${setting('ε')})`,
    ],
  };

/** What each optimizer keeps of every weight and bias, by the names of `numpyUpdates`. */
export const numpyStates: Readonly<Record<OptimizerName, readonly string[]>> = {
  sgd: [],
  momentum: ['v'],
  nesterov: ['v'],
  adagrad: ['s'],
  rmsprop: ['s'],
  adam: ['m', 's'],
};
