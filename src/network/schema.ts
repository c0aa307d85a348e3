import * as z from 'zod';
import {
  EXCEL_COLUMNS,
  MAX_ITERATIONS,
  MAX_LAYERS,
  MAX_LEARNING_RATES,
  MAX_SAMPLES,
  SMALLEST_NUMBER,
} from './limits.ts';
import { activationNames, lossNames, optimizerNames } from './network.ts';
import { standards } from './standards.ts';
import { line } from './text.ts';

const fitsCell = (value: number): boolean => value === 0 || Math.abs(value) >= SMALLEST_NUMBER;

/** Any number that a cell can hold. */
export const cellNumber = z.number().refine(fitsCell, {
  error: ({ input }) => `must be 0 or at least ${SMALLEST_NUMBER} in size, the smallest number of a cell, not ${input}`,
});

/** Whether a value is one: the same without the validator, for the sake of long lists. */
export const isCellNumber = (value: unknown): boolean =>
  typeof value === 'number' && Number.isFinite(value) && fitsCell(value);

const share = cellNumber.min(0).lt(1);

/** Every number of a list gets a column or a row of its own; where there are more, they are not even looked at. */
const list = <Item extends z.ZodType>(item: Item): z.ZodArray<Item> => z.array(item).min(1).max(EXCEL_COLUMNS);

const activation = z.enum(activationNames);
const loss = z.enum(lossNames);
const optimizerName = z.enum(optimizerNames);

const sample = z
  .strictObject({
    inputs: list(cellNumber).readonly().describe('The numbers i1, i2 … that the network is given.'),
    targets: list(cellNumber).readonly().describe('The numbers t1, t2 … that its outputs should become.'),
  })
  .readonly()
  .describe('One training example.');

const layer = z
  .strictObject({
    activation: activation.describe(
      'The function that turns a unit’s net input into its activation; softmax in the output layer only.',
    ),
    slope: cellNumber.optional().describe(`The slope of leaky-relu below 0; ${standards.slope} unless given.`),
    weights: list(list(cellNumber).readonly())
      .readonly()
      .optional()
      .describe(
        'Initial weights, weights[unit][input]: one row per unit of this layer, one number per unit before it. Without them give "units".',
      ),
    units: z
      .int()
      .min(1)
      .max(1000)
      .optional()
      .describe('The number of units of a layer whose weights are to be drawn by the rule of "initialWeights".'),
    bias: z
      .union([cellNumber, list(cellNumber).readonly()])
      .optional()
      .describe('A list: the bias of each unit. A single number: one bias that all units of the layer share.'),
    trainBias: z
      .boolean()
      .optional()
      .describe(`Whether training changes the biases; ${standards.trainBias} unless given.`),
  })
  .readonly()
  .describe('A layer of units, each fed by every unit of the layer before.');

const initialWeights = z
  .strictObject({
    rule: z
      .enum(['uniform', 'xavier', 'he'])
      .describe(
        'uniform: between −range and range; xavier: ±√(6 / (inputs + units)) (Glorot and Bengio, 2010); he: ±√(6 / inputs) (He et al., 2015).',
      ),
    seed: z.int().min(0).max(0xff_ff_ff_ff).describe('The same seed gives the same weights.'),
    range: cellNumber.positive().optional().describe(`For uniform only; ${standards.range} unless given.`),
  })
  .readonly()
  .describe('How weights are drawn where a layer gives "units" instead of weights.');

const optimizer = z
  .strictObject({
    name: optimizerName.describe('How a gradient becomes a step; definitions and defaults are those of PyTorch.'),
    momentum: share.optional().describe(`μ of momentum and nesterov; ${standards.momentum} unless given.`),
    alpha: share.optional().describe(`α of rmsprop; ${standards.alpha} unless given.`),
    beta1: share.optional().describe(`β1 of adam; ${standards.beta1} unless given.`),
    beta2: share.optional().describe(`β2 of adam; ${standards.beta2} unless given.`),
    epsilon: cellNumber
      .min(0)
      .optional()
      .describe(
        `ε of rmsprop and adam, ${standards.epsilon.adam} unless given, and of adagrad, ${standards.epsilon.adagrad}.`,
      ),
    weightDecay: cellNumber.positive().optional().describe('λ: adds λ·w to the gradient of every trained number (L2).'),
  })
  .readonly()
  .describe(`How training changes weights; plain gradient descent (${standards.optimizer}) unless given.`);

/** The validator of a network file: its fields, their types and bounds. What fits together is checked in `misfits.ts`. */
export const networkSchema = z
  .strictObject({
    $schema: z.string().optional().describe('Where editors find the JSON Schema of this file.'),
    title: line(200).min(1).describe('A short name for the network, shown at the head of the workbook.'),
    about: line(1000).optional().describe('What the network teaches, in a line.'),
    samples: z.array(sample).min(1).max(MAX_SAMPLES).readonly().describe('The training examples.'),
    batch: z
      .enum(['full', 'in-turn'])
      .optional()
      .describe(
        `full: every iteration takes the mean over all samples; in-turn: one sample after the other. ${standards.batch} unless given.`,
      ),
    layers: z
      .array(layer)
      .min(1)
      .max(MAX_LAYERS)
      .readonly()
      .describe('The layers in order of the forward pass: hidden layers first, the output layer last.'),
    initialWeights: initialWeights.optional(),
    loss: loss.describe(
      'How far the outputs are from the targets. half-squared-error: ½(t − a)², summed; mean-squared-error: (t − a)², mean over the outputs; binary-cross-entropy: with sigmoid outputs; cross-entropy: with softmax outputs.',
    ),
    optimizer: optimizer.optional(),
    learningRates: z
      .array(cellNumber.positive())
      .min(1)
      .max(MAX_LEARNING_RATES)
      .readonly()
      .describe('The learning rates η to compare; each gets a sheet of its own.'),
    iterations: z
      .int()
      .min(1)
      .max(MAX_ITERATIONS)
      .describe('Rows per learning rate: iteration 1 holds the initial weights.'),
  })
  .readonly()
  .describe('A feed-forward neural network and how it is trained.');

/** What a network file says; weights may still be left to a rule. */
export type NetworkFile = z.infer<typeof networkSchema>;

/** A layer of it. */
export type FileLayer = NetworkFile['layers'][number];

/**
 * The JSON Schema (draft 2020-12) of a network file, made from the validator.
 *
 * @example
 * await writeFile('network.schema.json', JSON.stringify(networkJsonSchema()));
 */
export function networkJsonSchema(): Readonly<Record<string, unknown>> {
  const schema = z.toJSONSchema(networkSchema, {
    io: 'input',
    // In a schema, readOnly would tell editors that a person must not change the value.
    override: ({ jsonSchema }) => {
      delete jsonSchema.readOnly;
    },
  });
  return { title: 'Network file of backprop-workbook', ...schema };
}
