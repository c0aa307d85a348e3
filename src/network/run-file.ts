import type { ActivationName, NetworkRun } from './network.ts';
import type { FileLayer, NetworkFile } from './schema.ts';

/** The network file that a run of another one stands for. */
export function fileOfRun(file: NetworkFile, run: NetworkRun): NetworkFile {
  const { runs: _, ...whole } = file;
  const { name: __, learningRate, activation, ...own } = run;
  const layers = own.initialWeights === undefined ? file.layers : file.layers.map(undrawn);
  return {
    ...whole,
    ...own,
    loss: own.loss ?? file.loss,
    layers: withActivation(layers, activation),
    learningRates: learningRate === undefined ? file.learningRates.slice(0, 1) : [learningRate],
  };
}

/** A layer whose weights are still to be drawn. */
const undrawn = ({ weights, units, ...layer }: FileLayer): FileLayer => ({
  ...layer,
  units: units ?? weights?.length,
});

/** Layers with other activations: one for all hidden layers, or for the only layer, or a list with one for each. */
function withActivation(layers: readonly FileLayer[], activation: NetworkRun['activation']): readonly FileLayer[] {
  if (activation === undefined) return layers;
  const outputs = layers.length - 1;
  return layers.map(({ slope, ...layer }, l) => {
    const given =
      typeof activation === 'string' ? (l < outputs || outputs === 0 ? activation : undefined) : activation[l];
    const name: ActivationName = given ?? layer.activation;
    return { ...layer, activation: name, ...(slope === undefined || name !== layer.activation ? {} : { slope }) };
  });
}
