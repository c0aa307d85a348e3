import type { ActivationName, Network, NetworkLayer } from '../network/network.ts';
import { standards } from '../network/standards.ts';
import { type GivenName, givenName } from './name.ts';

/** The way to a number in the network file: `['layers', 0, 'weights', 1, 0]`. */
export type Path = readonly (string | number)[];

/** A number that is given at the start: its name in class (`w5`, `i1`, `t2`), its value, and where the network file has it. */
export interface Named extends GivenName {
  readonly value: number;
  readonly path: Path;
}

/** A weight: the strength of the connection from the unit or input named `from`. */
export interface Weight extends Named {
  readonly from: string;
}

/** A bias: what is added to the net inputs of its units, whatever the inputs. */
export interface Bias extends Named {
  /** The net inputs that it is added to: that of one unit or those of a whole layer. */
  readonly units: readonly string[];
  /** Whether training changes it. */
  readonly trained: boolean;
}

/** A unit (neuron): the names of its net input and its activation, the weights that feed it, and its bias. */
export interface Unit {
  readonly netInput: string;
  readonly activation: string;
  readonly weights: readonly Weight[];
  /** The name of its bias, where it has one. */
  readonly bias?: string;
}

/** A layer of units that share an activation function. */
export interface Layer {
  readonly role: 'hidden' | 'output';
  readonly activation: ActivationName;
  readonly units: readonly Unit[];
  readonly biases: readonly Bias[];
  /** The slope of leaky-relu below 0, by its name. */
  readonly slope?: string;
  /** The largest net input, which softmax needs, by its name. */
  readonly largest?: string;
}

/**
 * Names the units, weights and biases of all layers. Weights are numbered through by layer, then by unit, then by what feeds the unit,
 * and biases likewise; the units of a single hidden layer are h1, h2 …, those of several h1_1 (layer 1, unit 1) and so on; output units
 * are o1, o2 …
 */
export function layersOf(network: Network, inputs: readonly Named[]): readonly Layer[] {
  const last = network.layers.length - 1;
  const layers: Layer[] = [];
  let feeders: readonly string[] = inputs.map((input) => input.name);
  let weights = 0;
  let biases = 0;
  for (const [l, layer] of network.layers.entries()) {
    const netInputs = layer.weights.map((_, u) =>
      l === last ? `o${u + 1}` : last === 1 ? `h${u + 1}` : `h${l + 1}_${u + 1}`,
    );
    const own = biasesOf(layer, l, netInputs, biases);
    const units = layer.weights.map((row, u): Unit => {
      const netInput = netInputs[u] ?? '';
      const bias = own.find((each) => each.units.includes(netInput));
      return {
        netInput,
        activation: `a_${netInput}`,
        weights: row.map(
          (value, k): Weight => ({
            ...givenName('w', ++weights),
            value,
            path: ['layers', l, 'weights', u, k],
            from: feeders[k] ?? '',
          }),
        ),
        ...(bias === undefined ? {} : { bias: bias.name }),
      };
    });
    biases += own.length;
    layers.push({
      role: l === last ? 'output' : 'hidden',
      activation: layer.activation,
      units,
      biases: own,
      ...(layer.activation === 'leaky-relu' ? { slope: givenName('slope', l + 1).name } : {}),
      ...(layer.activation === 'softmax' ? { largest: 'o_max' } : {}),
    });
    feeders = units.map((unit) => unit.activation);
  }
  return layers;
}

/** The biases of a layer. @param before how many the layers before it have */
function biasesOf(
  { bias, trainBias: trained = standards.trainBias }: NetworkLayer,
  l: number,
  netInputs: readonly string[],
  before: number,
): readonly Bias[] {
  if (bias === undefined) return [];
  if (typeof bias === 'number')
    return [{ ...givenName('b', before + 1), value: bias, path: ['layers', l, 'bias'], units: netInputs, trained }];
  return bias.map((value, u) => ({
    ...givenName('b', before + u + 1),
    value,
    path: ['layers', l, 'bias', u],
    units: netInputs.slice(u, u + 1),
    trained,
  }));
}
