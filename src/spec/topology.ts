import type { ActivationName, LossName, Network, NetworkLayer, OptimizerFile } from './network.ts';
import { optimizerOf, settingsOf } from './optimizer.ts';

/** The way to a number in the network file: `['layers', 0, 'weights', 1, 0]`. */
export type Path = readonly (string | number)[];

/** A number that is given at the start: its name in class (`w5`, `i1`, `t2`), its value, and where the network file has it. */
export interface Named {
  readonly name: string;
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

/** An output compared with its target: the names of the error, of the target and of the output unit's activation. */
export interface OutputError {
  readonly name: string;
  readonly target: string;
  readonly output: string;
}

/** The inputs and targets of a training example. */
export interface Sample {
  readonly inputs: readonly Named[];
  readonly targets: readonly Named[];
}

/**
 * A way of a sample through the network. An iteration has one, or, as a full batch of several samples, one for each of them. Names of
 * a pass end in its suffix: h1 of the second sample is `h1@2`.
 */
export interface Pass {
  readonly suffix: '' | `@${number}`;
  /** The number of the sample in a full batch; undefined where there is only one pass. */
  readonly sample: number | undefined;
  /** The name of the error of this pass, summed over the outputs. */
  readonly total: string;
}

/** A network with every part named as in class; the one place where names are made. */
export interface Topology {
  /** Names without the suffix of a pass; the values are those of the first sample. */
  readonly inputs: readonly Named[];
  readonly targets: readonly Named[];
  readonly errors: readonly OutputError[];
  readonly layers: readonly Layer[];
  readonly samples: readonly Sample[];
  readonly passes: readonly Pass[];
  /** How many samples are taken in turn, one an iteration; 1 when every iteration is the same. */
  readonly inTurn: number;
  readonly loss: LossName;
  readonly optimizer: OptimizerFile;
  /** Numbers that steer functions and optimizer: slopes, μ, β1 … */
  readonly settings: readonly Named[];
  /** The name of the error that charts show: E_total, or with samples in turn its mean over the last of them. */
  readonly curve: string;
}

/** The name of the summed error of all outputs; in a full batch, its mean over the samples. */
export const TOTAL_ERROR = 'E_total';

/** The mean of E_total over the last samples that were taken in turn. */
export const MEAN_ERROR = 'E_mean';

/** The number of the sample that an iteration takes. */
export const SAMPLE = 'sample';

/** The symbol of the learning rate. */
export const LEARNING_RATE = 'η';

/** The symbol of the iteration. */
export const ITERATION = 'k';

/** The name of a quantity in a pass. */
export const inPass = (name: string, pass: Pass): string => `${name}${pass.suffix}`;

/** The name that an initial value of the s-th sample has, counted from 0, where there are several. */
const ofSample = (name: string, s: number, count: number): string => (count === 1 ? name : `${name}@${s + 1}`);

/**
 * Names every part of a network. Weights are numbered through by layer, then by unit, then by what feeds the unit, and biases
 * likewise; the units of a single hidden layer are h1, h2 …, those of several h1_1 (layer 1, unit 1) and so on; output units are o1, o2 …
 */
export function topologyOf(network: Network): Topology {
  const count = network.samples.length;
  const named = (letter: 'i' | 't', field: 'inputs' | 'targets', s: number): readonly Named[] =>
    (network.samples[s]?.[field] ?? []).map((value, k) => ({
      name: ofSample(`${letter}${k + 1}`, s, count),
      value,
      path: ['samples', s, field, k],
    }));
  const samples = network.samples.map((_, s) => ({
    inputs: named('i', 'inputs', s),
    targets: named('t', 'targets', s),
  }));
  const base = ({ name, ...rest }: Named): Named => ({ ...rest, name: name.replace(/@1$/, '') });
  const [first] = samples;
  if (first === undefined) throw new RangeError('A network needs a sample.');
  const [inputs, targets] = [first.inputs.map(base), first.targets.map(base)];

  const layers = layersOf(network, inputs);
  const outputs = layers.at(-1)?.units ?? [];
  const errors = targets.map(({ name }, k) => ({
    name: `E${k + 1}`,
    target: name,
    output: outputs[k]?.activation ?? '',
  }));
  const inTurn = network.batch === 'in-turn' ? count : 1;
  const optimizer = optimizerOf(network);
  return {
    inputs,
    targets,
    errors,
    layers,
    samples,
    passes:
      inTurn === count ? [{ suffix: '', sample: undefined, total: TOTAL_ERROR }] : samples.map((_, s) => passOf(s + 1)),
    inTurn,
    loss: network.loss,
    optimizer,
    settings: [
      ...layers.flatMap(({ slope }, l): readonly Named[] =>
        slope === undefined
          ? []
          : [{ name: slope, value: network.layers[l]?.slope ?? STANDARD_SLOPE, path: ['layers', l, 'slope'] }],
      ),
      ...settingsOf(optimizer).map(
        ({ field, symbol, standard }): Named => ({
          name: symbol,
          value: optimizer[field] ?? standard,
          path: ['optimizer', field],
        }),
      ),
    ],
    curve: inTurn > 1 ? MEAN_ERROR : TOTAL_ERROR,
  };
}

/** PyTorch's standard for leaky-relu. */
const STANDARD_SLOPE = 0.01;

const passOf = (sample: number): Pass => ({ suffix: `@${sample}`, sample, total: `E@${sample}` });

function layersOf(network: Network, inputs: readonly Named[]): readonly Layer[] {
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
            name: `w${++weights}`,
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
      ...(layer.activation === 'leaky-relu' ? { slope: `slope${l + 1}` } : {}),
      ...(layer.activation === 'softmax' ? { largest: 'o_max' } : {}),
    });
    feeders = units.map((unit) => unit.activation);
  }
  return layers;
}

/** The biases of a layer. @param before how many the layers before it have */
function biasesOf(
  { bias, trainBias: trained = true }: NetworkLayer,
  l: number,
  netInputs: readonly string[],
  before: number,
): readonly Bias[] {
  if (bias === undefined) return [];
  if (typeof bias === 'number')
    return [{ name: `b${before + 1}`, value: bias, path: ['layers', l, 'bias'], units: netInputs, trained }];
  return bias.map((value, u) => ({
    name: `b${before + u + 1}`,
    value,
    path: ['layers', l, 'bias', u],
    units: netInputs.slice(u, u + 1),
    trained,
  }));
}

/** The parts of a network that a pass has names of its own for. */
export type View = Pick<Topology, 'inputs' | 'targets' | 'errors' | 'layers'>;

/** A network as one of its passes names it, with the values of its sample. */
export function viewOf(topology: Topology, pass: Pass): View {
  if (pass.sample === undefined) return topology;
  const here = (name: string): string => inPass(name, pass);
  const { inputs = [], targets = [] } = topology.samples[pass.sample - 1] ?? {};
  return {
    inputs,
    targets,
    errors: topology.errors.map(({ name, target, output }) => ({
      name: here(name),
      target: here(target),
      output: here(output),
    })),
    layers: topology.layers.map((layer) => ({
      ...layer,
      units: layer.units.map((unit) => ({
        ...unit,
        netInput: here(unit.netInput),
        activation: here(unit.activation),
        weights: unit.weights.map((weight) => ({ ...weight, from: here(weight.from) })),
      })),
      biases: layer.biases.map((bias) => ({ ...bias, units: bias.units.map(here) })),
      ...(layer.largest === undefined ? {} : { largest: here(layer.largest) }),
    })),
  };
}

/** A network as its first pass, or its only one, names it. */
export function firstView(topology: Topology): View {
  const [first] = topology.passes;
  return first === undefined ? topology : viewOf(topology, first);
}

/** All weights of a network, w1 first. */
export function weightsOf(topology: Topology): readonly Weight[] {
  return topology.layers.flatMap((layer) => layer.units.flatMap((unit) => unit.weights));
}

/** Everything that training changes: of each layer its weights, then its trained biases. */
export function trainedOf(topology: Pick<Topology, 'layers'>): readonly Named[] {
  return topology.layers.flatMap((layer) => [
    ...layer.units.flatMap((unit) => unit.weights),
    ...layer.biases.filter((bias) => bias.trained),
  ]);
}

/** Every number that is given at the start: inputs and targets of every sample, weights, biases, settings. */
export function initialValues(topology: Topology): readonly Named[] {
  return [
    ...topology.samples.flatMap((sample) => sample.inputs),
    ...topology.samples.flatMap((sample) => sample.targets),
    ...topology.layers.flatMap((layer) => [...layer.units.flatMap((unit) => unit.weights), ...layer.biases]),
    ...topology.settings,
  ];
}
