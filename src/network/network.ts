import type { InputColumn } from '../data/data.ts';

/** What to train: a network, its training examples and the settings of the training. Valid by construction: see {@link parseNetwork}. */
export interface Network {
  /** Where editors find the JSON Schema of the file. */
  readonly $schema?: string | undefined;
  /** A short name, shown at the head of the workbook. */
  readonly title: string;
  /** What the network teaches, in a line. */
  readonly about?: string | undefined;
  /** The training examples, at least one. */
  readonly samples: readonly TrainingSample[];
  /** Examples that nothing is learned from: what the network makes of them is shown beside. */
  readonly testSamples?: readonly TrainingSample[] | undefined;
  /** What each input is, and where it was standardised, by which numbers. */
  readonly inputs?: readonly InputColumn[] | undefined;
  /** What each output is: a class, or what its target is called. */
  readonly outputs?: readonly string[] | undefined;
  /**
   * How many samples an iteration takes, of which it follows the mean: a whole divisor of their number; `full` are all of them, `in-turn`
   * is 1. The next iteration takes the next ones. `full` unless given.
   */
  readonly batch?: Batch | undefined;
  /** In the order of the forward pass: hidden layers first, the output layer last. */
  readonly layers: readonly NetworkLayer[];
  /** How weights were drawn where a layer gave its units only. */
  readonly initialWeights?: InitialWeights | undefined;
  readonly loss: LossName;
  /** Plain gradient descent unless given. */
  readonly optimizer?: OptimizerFile | undefined;
  /** How the learning rate changes from iteration to iteration; it stays as it is unless given. */
  readonly schedule?: ScheduleFile | undefined;
  /** The first iterations, of which the k-th takes k shares of the learning rate, the last one all of it. */
  readonly warmUp?: number | undefined;
  /** The learning rates η to compare, each above 0; with a schedule or a warm-up, what it makes η of. */
  readonly learningRates: readonly number[];
  /** What to compare in place of learning rates; each then trains with the only one of these, unless it has its own. */
  readonly runs?: readonly NetworkRun[] | undefined;
  /** Rows for each run: iteration 1 holds the initial weights. */
  readonly iterations: number;
}

/** One of the runs that are compared: its name, and in what it differs from the network. */
export interface NetworkRun {
  /** What the tab of its sheet, its curve and sentences call it. */
  readonly name: string;
  readonly learningRate?: number | undefined;
  readonly batch?: Batch | undefined;
  /** Of every hidden layer, or a list: of each layer. */
  readonly activation?: ActivationName | readonly ActivationName[] | undefined;
  /** Draws all weights. */
  readonly initialWeights?: InitialWeights | undefined;
  readonly loss?: LossName | undefined;
  readonly optimizer?: OptimizerFile | undefined;
  readonly schedule?: ScheduleFile | undefined;
  readonly warmUp?: number | undefined;
}

/** The batches that have no number. */
export const batchWords = ['full', 'in-turn'] as const satisfies readonly Batch[];

/** How many samples an iteration takes. */
export type Batch = 'full' | 'in-turn' | number;

/** A training example. */
export interface TrainingSample {
  /** i1, i2 …: what the network is given. */
  readonly inputs: readonly number[];
  /** t1, t2 …: what its outputs should become. */
  readonly targets: readonly number[];
}

/** A layer with all its numbers, each unit fed by every unit of the layer before. */
export interface NetworkLayer {
  readonly activation: ActivationName;
  /** The slope of leaky-relu below 0; 0.01 unless given. */
  readonly slope?: number | undefined;
  /** Initial weights, `weights[unit][input]`: a row for each unit, a number in it for each unit before it. */
  readonly weights: readonly (readonly number[])[];
  /** A list: the bias of each unit. A number: one bias that all units of the layer share. */
  readonly bias?: number | readonly number[] | undefined;
  /** Whether training changes the biases; true unless given. */
  readonly trainBias?: boolean | undefined;
}

/** A rule by which weights are drawn. */
export interface InitialWeights {
  /** Between −range and range; ±√(6 / (inputs + units)); ±√(6 / inputs); all the same. */
  readonly rule: InitialWeightsRule;
  /** A whole number below 2³²; the same seed gives the same weights. 1 unless given. */
  readonly seed?: number | undefined;
  /** For uniform only; 0.5 unless given. */
  readonly range?: number | undefined;
  /** For equal only: what every weight is; 0.5 unless given. */
  readonly value?: number | undefined;
}

/** How training changes weights. Definitions and defaults are those of PyTorch. */
export interface OptimizerFile {
  readonly name: OptimizerName;
  /** μ of momentum and nesterov; 0.9 unless given. */
  readonly momentum?: number | undefined;
  /** α of rmsprop; 0.99 unless given. */
  readonly alpha?: number | undefined;
  /** β1 and β2 of adam; 0.9 and 0.999 unless given. */
  readonly beta1?: number | undefined;
  readonly beta2?: number | undefined;
  /** ε of rmsprop and adam, 1e-8 unless given, and of adagrad, 1e-10. */
  readonly epsilon?: number | undefined;
  /** λ: adds λ·w to the gradient of every trained number. */
  readonly weightDecay?: number | undefined;
  /** λ1: adds λ1·sign(w) to the gradient of every trained number. */
  readonly l1?: number | undefined;
}

/** How the learning rate η changes from iteration to iteration; in iteration k, counted from 1, it is made of η0, that of the sheet. */
export interface ScheduleFile {
  readonly name: ScheduleName;
  /** Of step: η is multiplied by the factor after so many iterations; 10 unless given. */
  readonly every?: number | undefined;
  /** Of step, 0.5 unless given, and of exponential, 0.95. */
  readonly factor?: number | undefined;
  /** Of cosine: what η comes down to after all iterations; 0 unless given. */
  readonly least?: number | undefined;
}

/** The activations that a layer can have. */
export const activationNames = [
  'sigmoid',
  'tanh',
  'relu',
  'leaky-relu',
  'elu',
  'softplus',
  'silu',
  'gelu',
  'hard-sigmoid',
  'linear',
  'softmax',
] as const;

/** The rules by which weights can be drawn. */
export const initialWeightsRules = ['uniform', 'xavier', 'he', 'equal'] as const;

/** The name of such a rule. */
export type InitialWeightsRule = (typeof initialWeightsRules)[number];

/** The name of an activation. */
export type ActivationName = (typeof activationNames)[number];

/** The losses that a network can have. */
export const lossNames = [
  'half-squared-error',
  'mean-squared-error',
  'mean-absolute-error',
  'huber',
  'hinge',
  'binary-cross-entropy',
  'cross-entropy',
] as const;

/** The name of a loss. */
export type LossName = (typeof lossNames)[number];

/** The optimizers that can train a network. */
export const optimizerNames = ['sgd', 'momentum', 'nesterov', 'adagrad', 'rmsprop', 'adam'] as const;

/** The name of an optimizer. */
export type OptimizerName = (typeof optimizerNames)[number];

/** The schedules by which the learning rate can change. */
export const scheduleNames = ['step', 'exponential', 'cosine'] as const;

/** The name of a schedule. */
export type ScheduleName = (typeof scheduleNames)[number];
