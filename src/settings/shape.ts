import type { Network } from '../network/network.ts';
import type { FileLayer } from '../network/schema.ts';

/** The layers with other hidden ones, or with weights that are still to be drawn. @param outputs how many units the last one is to have */
export function shaped(
  { layers }: Network,
  hidden: readonly number[] | undefined,
  redrawn: boolean,
  outputs: number | undefined,
): readonly FileLayer[] {
  if (!redrawn) return layers;
  const resized = (layer: FileLayer): FileLayer =>
    outputs === undefined ? layer : { ...layer, units: outputs, ...resizedBias(layer, outputs) };
  const undrawn = ({ weights, ...layer }: Network['layers'][number]): FileLayer => ({
    ...layer,
    units: weights.length,
  });
  const output = layers.at(-1);
  if (output === undefined) return [];
  const last = resized(undrawn(output));
  if (hidden === undefined) return [...layers.slice(0, -1).map(undrawn), last];
  const model = layers.length > 1 && layers[0] !== undefined ? layers[0] : ordinary(output);
  return [...hidden.map((units) => ({ ...undrawn(model), units, ...resizedBias(model, units) })), last];
}

/** An output layer as the model of a hidden one: softmax belongs to outputs. */
const ordinary = (output: Network['layers'][number]): Network['layers'][number] =>
  output.activation === 'softmax' ? { ...output, activation: 'sigmoid' } : output;

/** Biases of 0 for each of other units; trained, or they would stay 0. */
const resizedBias = ({ bias, trainBias }: FileLayer, units: number): Pick<FileLayer, 'bias' | 'trainBias'> =>
  Array.isArray(bias) && bias.length !== units
    ? { bias: zeros(units), ...(trainBias === undefined ? {} : { trainBias: true }) }
    : {};

/** So many numbers, all of them 0. */
export const zeros = (count: number): readonly number[] => Array.from({ length: count }, () => 0);
