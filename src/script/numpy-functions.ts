import type { ActivationName, LossName, OptimizerName } from '../network/network.ts';
import { comment } from './python.ts';

/** What a layer's activation is, from its net inputs, and ∂E/∂net from ∂E/∂a: the chain rule for all its units at once. */
interface NumpyActivation {
  readonly forward: (net: string, slope: string) => string;
  readonly backward: (gradient: string, a: string, net: string, slope: string) => string;
}

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
  'binary-cross-entropy': {
    errors: (a) => `-(times_log(t, ${a}) + times_log(1 - t, 1 - ${a}))`,
    total: 'mean',
    gradient: (a) => `(${a} - t) / (${a} * (1 - ${a})) / t.shape[1]`,
  },
  'cross-entropy': { errors: (a) => `-times_log(t, ${a})`, total: 'sum', gradient: (a) => `-t / ${a}` },
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
