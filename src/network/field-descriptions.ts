import { standards } from './standards.ts';

/** What each field of a network file is for, by its path, and in `''` the file itself: for the JSON Schema and the docs. */
export const fieldDescriptions: Readonly<Record<string, string>> = {
  '': 'A feed-forward neural network and how it is trained.',
  $schema: 'Where editors find the JSON Schema of this file.',
  title: 'A short name for the network, shown at the head of the workbook.',
  about: 'What the network teaches, in a line.',
  samples: 'The training examples.',
  'samples[]': 'One training example.',
  'samples[].inputs': 'The numbers i1, i2 … that the network is given.',
  'samples[].targets': 'The numbers t1, t2 … that its outputs should become.',
  batch: `How many samples an iteration takes, the mean of whose errors it follows, the next iteration the next ones: a whole divisor of their number. full: all of them; in-turn: 1. ${standards.batch} unless given.`,
  layers: 'The layers in order of the forward pass: hidden layers first, the output layer last.',
  'layers[]': 'A layer of units, each fed by every unit of the layer before.',
  'layers[].activation':
    'The function that turns a unit’s net input into its activation; softmax in the output layer only.',
  'layers[].slope': `The slope of leaky-relu below 0; ${standards.slope} unless given.`,
  'layers[].weights':
    'Initial weights, weights[unit][input]: one row per unit of this layer, one number per unit before it. Without them give "units".',
  'layers[].units': 'The number of units of a layer whose weights are to be drawn by the rule of "initialWeights".',
  'layers[].bias': 'A list: the bias of each unit. A single number: one bias that all units of the layer share.',
  'layers[].trainBias': `Whether training changes the biases; ${standards.trainBias} unless given.`,
  initialWeights: 'How weights are drawn where a layer gives "units" instead of weights.',
  'initialWeights.rule':
    'uniform: between −range and range; xavier: ±√(6 / (inputs + units)) (Glorot and Bengio, 2010); he: ±√(6 / inputs) (He et al., 2015); equal: every weight the same.',
  'initialWeights.seed': `The same seed gives the same weights; ${standards.initialWeights.seed} unless given.`,
  'initialWeights.range': `For uniform only; ${standards.range} unless given.`,
  'initialWeights.value': `For equal only: what every weight is; ${standards.value} unless given.`,
  loss: 'How far the outputs are from the targets. half-squared-error: ½(t − a)², summed. Means over the outputs: mean-squared-error: (t − a)²; mean-absolute-error: the distance of a from t; huber: half the square of the distance, from 1 on the distance − ½; hinge: max(0, 1 − t·a), with targets of −1 and 1; binary-cross-entropy: with sigmoid outputs. cross-entropy: with softmax outputs.',
  optimizer: `How training changes weights; plain gradient descent (${standards.optimizer}) unless given.`,
  'optimizer.name': 'How a gradient becomes a step; definitions and defaults are those of PyTorch.',
  'optimizer.momentum': `μ of momentum and nesterov; ${standards.momentum} unless given.`,
  'optimizer.alpha': `α of rmsprop; ${standards.alpha} unless given.`,
  'optimizer.beta1': `β1 of adam; ${standards.beta1} unless given.`,
  'optimizer.beta2': `β2 of adam; ${standards.beta2} unless given.`,
  'optimizer.epsilon': `ε of rmsprop and adam, ${standards.epsilon.adam} unless given, and of adagrad, ${standards.epsilon.adagrad}.`,
  'optimizer.weightDecay': 'λ: adds λ·w to the gradient of every trained number (L2).',
  'optimizer.l1': 'λ1: adds λ1·sign(w) to the gradient of every trained number (L1).',
  schedule: 'How the learning rate changes from iteration to iteration; it stays as it is unless given.',
  'schedule.name':
    'η of iteration k. step: η0·factor^⌊(k − 1)/every⌋; exponential: η0·factor^(k − 1); cosine: least + (η0 − least)·(1 + cos(π(k − 1)/T))/2. η0 is the learning rate, T the number of iterations.',
  'schedule.every': `Of step: after how many iterations η changes; ${standards.every} unless given.`,
  'schedule.factor': `What η is multiplied by, of step, ${standards.factor.step} unless given, and of exponential, ${standards.factor.exponential}.`,
  'schedule.least': `Of cosine: what η comes down to after all iterations; ${standards.least} unless given.`,
  warmUp:
    'In so many first iterations η is smaller: in the k-th it is multiplied by k/warmUp, whether there is a schedule or not.',
  learningRates:
    'The learning rates η to compare; each gets a sheet of its own. With "runs" there is one, that of every run without its own.',
  runs: 'What to compare in place of learning rates: each run is the network with what it gives instead, and gets a sheet of its own.',
  'runs[]': 'One of the runs that are compared.',
  'runs[].name':
    'What its tab, its curve and sentences call it: no two the same, with a letter, and without [ ] : * ? / \\ and quotation marks.',
  'runs[].learningRate': 'Its learning rate.',
  'runs[].activation':
    'The activation of its hidden layers (of its only layer, where it has none), or a list with one for each layer.',
  'runs[].initialWeights': 'How its weights are drawn, all of them, with the fields of "initialWeights".',
  'runs[].loss': 'Its loss.',
  'runs[].optimizer': 'Its optimizer, with the fields of "optimizer".',
  'runs[].schedule': 'Its schedule, with the fields of "schedule".',
  'runs[].warmUp': 'Its warm-up.',
  iterations: 'Rows per run: iteration 1 holds the initial weights.',
};
