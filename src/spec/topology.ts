import type { ActivationName, LossName, Network } from './network.ts';

/** A number that is given at the start: its name in class (`w5`, `i1`, `t2`) and its value. */
export interface Named {
  readonly name: string;
  readonly value: number;
}

/** A weight: the strength of the connection from the unit or input named `from`. */
export interface Weight extends Named {
  readonly from: string;
}

/** A unit (neuron): the names of its net input and its activation, and the weights that feed it. */
export interface Unit {
  readonly netInput: string;
  readonly activation: string;
  readonly weights: readonly Weight[];
}

/** A layer of units that share an activation function. */
export interface Layer {
  readonly role: 'hidden' | 'output';
  readonly activation: ActivationName;
  readonly units: readonly Unit[];
}

/** An output compared with its target: the names of the error, of the target and of the output unit's activation. */
export interface OutputError {
  readonly name: string;
  readonly target: string;
  readonly output: string;
}

/** A network with every part named as in class; the one place where names are made. */
export interface Topology {
  readonly inputs: readonly Named[];
  readonly targets: readonly Named[];
  readonly layers: readonly Layer[];
  readonly loss: LossName;
  readonly errors: readonly OutputError[];
}

/** The name of the summed error of all outputs. */
export const TOTAL_ERROR = 'E_total';

/** The symbol of the learning rate. */
export const LEARNING_RATE = 'η';

/**
 * Names every part of a network. Weights are numbered through by layer, then by unit, then by what feeds the unit; the units of
 * a single hidden layer are h1, h2 …, those of several h1_1 (layer 1, unit 1) and so on; output units are o1, o2 …
 */
export function topologyOf(network: Network): Topology {
  const [sample] = network.samples;
  if (sample === undefined) throw new RangeError('A network needs a sample.');
  const inputs = sample.inputs.map((value, k) => ({ name: `i${k + 1}`, value }));
  const targets = sample.targets.map((value, k) => ({ name: `t${k + 1}`, value }));

  const last = network.layers.length - 1;
  const layers: Layer[] = [];
  let feeders: readonly string[] = inputs.map((input) => input.name);
  let count = 0;
  for (const [l, layer] of network.layers.entries()) {
    const units = layer.weights.map((row, u): Unit => {
      const netInput = l === last ? `o${u + 1}` : last === 1 ? `h${u + 1}` : `h${l + 1}_${u + 1}`;
      const weights = row.map((value, k): Weight => ({ name: `w${++count}`, value, from: feeders[k] ?? '' }));
      return { netInput, activation: `a_${netInput}`, weights };
    });
    layers.push({ role: l === last ? 'output' : 'hidden', activation: layer.activation, units });
    feeders = units.map((unit) => unit.activation);
  }
  const errors = targets.map((target, k) => ({ name: `E${k + 1}`, target: target.name, output: feeders[k] ?? '' }));
  return { inputs, targets, layers, loss: network.loss, errors };
}

/** All weights of a network, w1 first. */
export function weightsOf(topology: Topology): readonly Weight[] {
  return topology.layers.flatMap((layer) => layer.units.flatMap((unit) => unit.weights));
}

/** Every number that is given at the start: inputs, targets, weights. */
export function initialValues(topology: Topology): readonly Named[] {
  return [...topology.inputs, ...topology.targets, ...weightsOf(topology)];
}
