import * as z from 'zod/mini';
import {
  EXCEL_COLUMNS,
  MAX_ITERATIONS,
  MAX_LAYERS,
  MAX_LEARNING_RATES,
  MAX_SAMPLES,
  SMALLEST_NUMBER,
} from './limits.ts';
import { activationNames, lossNames, optimizerNames, scheduleNames } from './network.ts';
import { standards } from './standards.ts';
import { line } from './text.ts';

const fitsCell = (value: number): boolean => value === 0 || Math.abs(value) >= SMALLEST_NUMBER;

/** Any number that a cell can hold. */
export const cellNumber = z.number().check(
  z.refine(fitsCell, {
    error: ({ input }) =>
      `must be 0 or at least ${SMALLEST_NUMBER} in size, the smallest number of a cell, not ${input}`,
  }),
);

/** Whether a value is one: the same without the validator, for the sake of long lists. */
export const isCellNumber = (value: unknown): boolean =>
  typeof value === 'number' && Number.isFinite(value) && fitsCell(value);

/** A number that is more than 0. */
const positive = cellNumber.check(z.positive());

const share = cellNumber.check(z.gte(0), z.lt(1));

const wholeNumber = (least: number, most: number): z.ZodMiniNumberFormat => z.int().check(z.gte(least), z.lte(most));

/** A list with something in it. */
const listOf = <Item extends z.ZodMiniType>(item: Item, most: number): z.ZodMiniReadonly<z.ZodMiniArray<Item>> =>
  z.readonly(z.array(item).check(z.minLength(1), z.maxLength(most)));

/** Every number of a list gets a column or a row of its own; where there are more, they are not even looked at. */
const list = <Item extends z.ZodMiniType>(item: Item): z.ZodMiniReadonly<z.ZodMiniArray<Item>> =>
  listOf(item, EXCEL_COLUMNS);

/** Says what a field is for, in the JSON Schema. */
const described = <Schema extends z.ZodMiniType>(schema: Schema, text: string): Schema =>
  schema.check(z.describe(text)) as Schema;

/** The same of a field that may be missing. */
const maybe = <Schema extends z.ZodMiniType>(schema: Schema, text: string): z.ZodMiniOptional<Schema> =>
  described(z.optional(schema), text);

const object = <Shape extends z.core.$ZodLooseShape>(shape: Shape, text: string) =>
  described(z.readonly(z.strictObject(shape)), text);

const sample = object(
  {
    inputs: described(list(cellNumber), 'The numbers i1, i2 … that the network is given.'),
    targets: described(list(cellNumber), 'The numbers t1, t2 … that its outputs should become.'),
  },
  'One training example.',
);

const layer = object(
  {
    activation: described(
      z.enum(activationNames),
      'The function that turns a unit’s net input into its activation; softmax in the output layer only.',
    ),
    slope: maybe(cellNumber, `The slope of leaky-relu below 0; ${standards.slope} unless given.`),
    weights: maybe(
      list(list(cellNumber)),
      'Initial weights, weights[unit][input]: one row per unit of this layer, one number per unit before it. Without them give "units".',
    ),
    units: maybe(
      wholeNumber(1, 1000),
      'The number of units of a layer whose weights are to be drawn by the rule of "initialWeights".',
    ),
    bias: maybe(
      z.union([cellNumber, list(cellNumber)]),
      'A list: the bias of each unit. A single number: one bias that all units of the layer share.',
    ),
    trainBias: maybe(z.boolean(), `Whether training changes the biases; ${standards.trainBias} unless given.`),
  },
  'A layer of units, each fed by every unit of the layer before.',
);

const initialWeights = object(
  {
    rule: described(
      z.enum(['uniform', 'xavier', 'he']),
      'uniform: between −range and range; xavier: ±√(6 / (inputs + units)) (Glorot and Bengio, 2010); he: ±√(6 / inputs) (He et al., 2015).',
    ),
    seed: described(wholeNumber(0, 0xff_ff_ff_ff), 'The same seed gives the same weights.'),
    range: maybe(positive, `For uniform only; ${standards.range} unless given.`),
  },
  'How weights are drawn where a layer gives "units" instead of weights.',
);

const optimizer = object(
  {
    name: described(
      z.enum(optimizerNames),
      'How a gradient becomes a step; definitions and defaults are those of PyTorch.',
    ),
    momentum: maybe(share, `μ of momentum and nesterov; ${standards.momentum} unless given.`),
    alpha: maybe(share, `α of rmsprop; ${standards.alpha} unless given.`),
    beta1: maybe(share, `β1 of adam; ${standards.beta1} unless given.`),
    beta2: maybe(share, `β2 of adam; ${standards.beta2} unless given.`),
    epsilon: maybe(
      cellNumber.check(z.gte(0)),
      `ε of rmsprop and adam, ${standards.epsilon.adam} unless given, and of adagrad, ${standards.epsilon.adagrad}.`,
    ),
    weightDecay: maybe(positive, 'λ: adds λ·w to the gradient of every trained number (L2).'),
    l1: maybe(positive, 'λ1: adds λ1·sign(w) to the gradient of every trained number (L1).'),
  },
  `How training changes weights; plain gradient descent (${standards.optimizer}) unless given.`,
);

const schedule = object(
  {
    name: described(
      z.enum(scheduleNames),
      'η of iteration k. step: η0·factor^⌊(k − 1)/every⌋; exponential: η0·factor^(k − 1); cosine: least + (η0 − least)·(1 + cos(π(k − 1)/T))/2. η0 is the learning rate, T the number of iterations.',
    ),
    every: maybe(
      wholeNumber(1, MAX_ITERATIONS),
      `Of step: after how many iterations η changes; ${standards.every} unless given.`,
    ),
    factor: maybe(
      positive,
      `What η is multiplied by, of step, ${standards.factor.step} unless given, and of exponential, ${standards.factor.exponential}.`,
    ),
    least: maybe(
      cellNumber.check(z.gte(0)),
      `Of cosine: what η comes down to after all iterations; ${standards.least} unless given.`,
    ),
  },
  'How the learning rate changes from iteration to iteration; it stays as it is unless given.',
);

/** The validator of a network file: its fields, their types and bounds. What fits together is checked in `misfits.ts`. */
export const networkSchema = object(
  {
    $schema: maybe(z.string(), 'Where editors find the JSON Schema of this file.'),
    title: described(
      line(200).check(z.minLength(1)),
      'A short name for the network, shown at the head of the workbook.',
    ),
    about: maybe(line(1000), 'What the network teaches, in a line.'),
    samples: described(listOf(sample, MAX_SAMPLES), 'The training examples.'),
    batch: maybe(
      z.union([z.enum(['full', 'in-turn']), wholeNumber(1, MAX_SAMPLES)]),
      `How many samples an iteration takes, the mean of whose errors it follows, the next iteration the next ones: a whole divisor of their number. full: all of them; in-turn: 1. ${standards.batch} unless given.`,
    ),
    layers: described(
      listOf(layer, MAX_LAYERS),
      'The layers in order of the forward pass: hidden layers first, the output layer last.',
    ),
    initialWeights: z.optional(initialWeights),
    loss: described(
      z.enum(lossNames),
      'How far the outputs are from the targets. half-squared-error: ½(t − a)², summed. Means over the outputs: mean-squared-error: (t − a)²; mean-absolute-error: the distance of a from t; huber: half the square of the distance, from 1 on the distance − ½; hinge: max(0, 1 − t·a), with targets of −1 and 1; binary-cross-entropy: with sigmoid outputs. cross-entropy: with softmax outputs.',
    ),
    optimizer: z.optional(optimizer),
    schedule: z.optional(schedule),
    warmUp: maybe(
      wholeNumber(1, MAX_ITERATIONS),
      'In so many first iterations η is smaller: in the k-th it is multiplied by k/warmUp, whether there is a schedule or not.',
    ),
    learningRates: described(
      listOf(positive, MAX_LEARNING_RATES),
      'The learning rates η to compare; each gets a sheet of its own.',
    ),
    iterations: described(
      wholeNumber(1, MAX_ITERATIONS),
      'Rows per learning rate: iteration 1 holds the initial weights.',
    ),
  },
  'A feed-forward neural network and how it is trained.',
);

/** What a network file says; weights may still be left to a rule. */
export type NetworkFile = z.infer<typeof networkSchema>;

/** A layer of it. */
export type FileLayer = NetworkFile['layers'][number];
