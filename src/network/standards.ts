/**
 * What a network file means where it says nothing. Numbers of functions and optimizers are those of PyTorch, whose momentum has no
 * standard; 0.9 is customary.
 * Source: PyTorch documentation, torch.nn.LeakyReLU and torch.optim: SGD, Adagrad, RMSprop, Adam.
 */
export const standards = {
  batch: 'full',
  slope: 0.01,
  trainBias: true,
  /** How weights are drawn, and for the rule `uniform` how far from 0. */
  initialWeights: { rule: 'xavier', seed: 1 },
  range: 0.5,
  /** What every weight is by the rule `equal`. */
  value: 0.5,
  optimizer: 'sgd',
  momentum: 0.9,
  alpha: 0.99,
  beta1: 0.9,
  beta2: 0.999,
  every: 10,
  factor: { step: 0.5, exponential: 0.95 },
  least: 0,
  epsilon: { adagrad: 1e-10, rmsprop: 1e-8, adam: 1e-8 },
} as const;

/** What a network is taken for where only a table of it is known, which does not say: that of class. */
export const usual = { activation: 'sigmoid', loss: 'half-squared-error' } as const;
