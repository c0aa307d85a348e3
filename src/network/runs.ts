import { withDrawnWeights } from './drawn-weights.ts';
import { inputError } from './input-error.ts';
import type { ActivationName, Network, NetworkRun } from './network.ts';
import { inQuotes } from './path-text.ts';
import type { FileLayer, NetworkFile } from './schema.ts';

/** One of the trainings that a network compares, each with a sheet of its own. */
export interface ComparedNetwork {
  /** What it is called where something other than the learning rate differs; undefined where that is all. */
  readonly name: string | undefined;
  /** All of it: with a single learning rate, and without runs. */
  readonly network: Network;
}

/**
 * The trainings that a network compares, in order: its runs, or one with each of its learning rates.
 *
 * @example
 * const names = comparedNetworks(network).map(({ name, network }) => name ?? `η = ${network.learningRates[0]}`);
 */
export function comparedNetworks(network: Network): readonly ComparedNetwork[] {
  const { runs, ...single } = network;
  return (
    runs?.map((run) => ({ name: run.name, network: withDrawnWeights(fileOfRun(network, run)) })) ??
    network.learningRates.map((rate) => ({ name: undefined, network: { ...single, learningRates: [rate] } }))
  );
}

/**
 * A network with one of its runs alone; itself where it has none.
 *
 * @param name of the run; the first unless given
 * @throws InputError when it has no run of that name
 * @example
 * const adam = singleRun(network, 'adam');
 */
export function singleRun(network: Network, name?: string): Network {
  const { runs } = network;
  if (runs === undefined) {
    if (name !== undefined)
      throw inputError('the network has no runs with names; its learning rates are what it compares.', 'run');
    return network;
  }
  const names = runs.map((run) => run.name);
  const found = name === undefined ? 0 : names.indexOf(name);
  if (found === -1)
    throw inputError(
      `must be ${names.map((each) => inQuotes(each)).join(' or ')}, not ${inQuotes(name ?? '')}.`,
      'run',
    );
  return comparedNetworks({ ...network, runs: runs.slice(found, found + 1) })[0]?.network ?? network;
}

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
export const undrawn = ({ weights, units, ...layer }: FileLayer): FileLayer => ({
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
