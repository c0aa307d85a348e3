import * as z from 'zod';
import { MAX_ITERATIONS, MAX_LEARNING_RATES } from './limits.ts';

const number = z.number();

const sample = z
  .strictObject({
    inputs: z.array(number).min(1).readonly().describe('The numbers i1, i2 … that the network is given.'),
    targets: z.array(number).min(1).readonly().describe('The numbers t1, t2 … that its outputs should become.'),
  })
  .readonly()
  .describe('One training example.');

const layer = z
  .strictObject({
    activation: z.enum(['sigmoid']).describe('The function that turns a unit’s net input into its activation.'),
    weights: z
      .array(z.array(number).min(1).readonly())
      .min(1)
      .readonly()
      .describe(
        'Initial weights, weights[unit][input]: one row per unit of this layer, one number per unit before it.',
      ),
  })
  .readonly()
  .describe('A layer of units, each fed by every unit of the layer before.');

/** The validator of a network file: its fields, their types and bounds. What fits together is checked in `parse.ts`. */
export const networkSchema = z
  .strictObject({
    $schema: z.string().optional().describe('Where editors find the JSON Schema of this file.'),
    title: z
      .string()
      .trim()
      .min(1)
      .max(200)
      .describe('A short name for the network, shown at the head of the workbook.'),
    about: z.string().max(1000).optional().describe('What the network teaches, in a line.'),
    samples: z.array(sample).min(1).max(1).readonly().describe('The training examples; one for now.'),
    layers: z
      .array(layer)
      .min(1)
      .readonly()
      .describe('The layers in order of the forward pass: hidden layers first, the output layer last.'),
    loss: z.enum(['half-squared-error']).describe('How far the outputs are from the targets: ½(t − a)², summed.'),
    learningRates: z
      .array(number.positive())
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

/** What to train: a network, its training example and the settings of the training. Valid by construction: see `parseNetwork`. */
export type Network = z.infer<typeof networkSchema>;

/** Names of the activations a layer can have. */
export type ActivationName = Network['layers'][number]['activation'];

/** Names of the losses a network can have. */
export type LossName = Network['loss'];

/** The JSON Schema (draft 2020-12) of a network file, made from the validator. */
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
