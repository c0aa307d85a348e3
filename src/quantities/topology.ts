import { batchSize } from '../network/batch.ts';
import type { LossName, Network, OptimizerFile } from '../network/network.ts';
import { optimizerOf } from '../network/optimizer.ts';
import { type RateCourse, rateCourseOf } from '../network/schedule.ts';
import { type Classes, classesOf } from './classes.ts';
import { type Layer, layersOf, type Named, type Weight } from './layer.ts';
import { givenName, ofSample, type SampleMark } from './name.ts';
import { givenSettings } from './settings.ts';

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
 * A way of a sample through the network. An iteration has one for each sample of its batch.
 */
export interface Pass {
  /** The place of the sample in the batch, counted from 1; undefined where there is only one pass. */
  readonly sample: number | undefined;
  /** What its names end with: the place, or of a sample that only tests its own number. */
  readonly mark: SampleMark | undefined;
  /** How sentences speak of that sample: "sample 2", or of one batch of several "sample 2 of the batch". */
  readonly called: string;
  /** The name of the error of this pass, summed over the outputs. */
  readonly total: string;
}

/** A network with every part named as in class; the one place where names are made. */
export interface Topology {
  /** Names as they are without a sample; the values are those of the first one. */
  readonly inputs: readonly Named[];
  readonly targets: readonly Named[];
  readonly errors: readonly OutputError[];
  readonly layers: readonly Layer[];
  readonly samples: readonly Sample[];
  readonly passes: readonly Pass[];
  /** Samples that nothing is learned from, each with a pass in every iteration. */
  readonly tests: readonly Sample[];
  readonly testPasses: readonly Pass[];
  /** How it tells classes; undefined where it does not, or its formula would be too long. */
  readonly classes: Classes | undefined;
  /** What inputs and outputs are, where that is known. */
  readonly inputColumns: NonNullable<Network['inputs']>;
  readonly outputNames: readonly string[];
  /** How many iterations it takes until all samples have been there; 1 where each iteration takes all of them. */
  readonly epoch: number;
  readonly loss: LossName;
  readonly optimizer: OptimizerFile;
  /** How the learning rate changes; undefined where it stays as it is. */
  readonly course: RateCourse | undefined;
  /** The symbol of the learning rate that is given: η, or where it changes η0, of which η is made. */
  readonly givenRate: string;
  /** Numbers that steer functions, optimizer and learning rate: slopes, μ, β1, factor … */
  readonly settings: readonly Named[];
  /** The name of the error that charts show: E_total, or with several batches its mean over an epoch. */
  readonly curve: string;
}

/** The name of the summed error of all outputs; of several samples, its mean over them. */
export const TOTAL_ERROR = 'E_total';

/**
 * The error by which runs are compared: E_mean where an iteration of any of them takes some of the samples only. Where it takes all of
 * them, E_total is that mean.
 */
export const comparedError = (runs: readonly { readonly topology: Pick<Topology, 'curve'> }[]): string =>
  runs.find(({ topology }) => topology.curve === MEAN_ERROR)?.topology.curve ?? TOTAL_ERROR;

/** The summed error of one of several samples. */
export const PASS_ERROR = 'E';

/** The mean of E_total over the last iterations, as many as an epoch has. */
export const MEAN_ERROR = 'E_mean';

/** The number of the sample that an iteration takes; of several, that of the second one is `sample@2`. */
export const SAMPLE = 'sample';

/** Whether a name is that of the number of a sample. */
export const isSampleNumber = (name: string): boolean => name === SAMPLE || name.startsWith(`${SAMPLE}@`);

/** The symbol of the learning rate. */
export const LEARNING_RATE = 'η';

/** The symbol of the learning rate that is given, where that of an iteration is made of it. */
export const FIRST_RATE = 'η0';

/** The symbol of the iteration. */
export const ITERATION = 'k';

/** Names every part of a network; of its layers, see {@link layersOf}. */
export function topologyOf(network: Network): Topology {
  const count = network.samples.length;
  type Place = 'samples' | 'testSamples';
  const named = (letter: 'i' | 't', place: Place, s: number, sample?: SampleMark): readonly Named[] => {
    const field = letter === 'i' ? 'inputs' : 'targets';
    return (network[place]?.[s]?.[field] ?? []).map((value, k) => ({
      ...givenName(letter, k + 1, sample),
      value,
      path: [place, s, field, k],
    }));
  };
  const sampleOf = (place: Place, s: number, sample?: SampleMark): Sample => ({
    inputs: named('i', place, s, sample),
    targets: named('t', place, s, sample),
  });
  const samples = network.samples.map((_, s) => sampleOf('samples', s, count === 1 ? undefined : s + 1));
  const tests = (network.testSamples ?? []).map((_, s) => sampleOf('testSamples', s, `test${s + 1}`));
  if (count === 0) throw new RangeError('A network needs a sample.');
  const { inputs, targets } = sampleOf('samples', 0);

  const layers = layersOf(network, inputs);
  const outputs = layers.at(-1)?.units ?? [];
  const errors = targets.map(({ name }, k) => ({
    name: `E${k + 1}`,
    target: name,
    output: outputs[k]?.activation ?? '',
  }));
  const size = batchSize(network);
  const epoch = count / size;
  const optimizer = optimizerOf(network);
  const course = rateCourseOf(network);
  return {
    inputs,
    targets,
    errors,
    layers,
    samples,
    passes:
      size === 1
        ? [onlyPass]
        : samples.slice(0, size).map((_, s) => passOf(s + 1, `sample ${s + 1}${epoch > 1 ? ' of the batch' : ''}`)),
    tests,
    testPasses: tests.map((_, s) => passOf(s + 1, `test sample ${s + 1}`, `test${s + 1}`)),
    classes: classesOf(network),
    inputColumns: network.inputs ?? [],
    outputNames: network.outputs ?? [],
    epoch,
    loss: network.loss,
    optimizer,
    course,
    givenRate: course === undefined ? LEARNING_RATE : FIRST_RATE,
    settings: givenSettings(network, layers),
    curve: epoch > 1 ? MEAN_ERROR : TOTAL_ERROR,
  };
}

/** The pass of an iteration that takes a single sample. */
export const onlyPass: Pass = { sample: undefined, mark: undefined, called: '', total: TOTAL_ERROR };

const passOf = (sample: number, called: string, mark: SampleMark = sample): Pass => ({
  ...{ sample, mark, called },
  total: ofSample(PASS_ERROR, mark),
});

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

/** All samples, those that test last. */
export const allSamples = ({ samples, tests }: Pick<Topology, 'samples' | 'tests'>): readonly Sample[] => [
  ...samples,
  ...tests,
];

/** Every number that is given at the start: inputs and targets of every sample, weights, biases, settings. */
export function initialValues(topology: Topology): readonly Named[] {
  return [
    ...allSamples(topology).flatMap((sample) => sample.inputs),
    ...allSamples(topology).flatMap((sample) => sample.targets),
    ...topology.layers.flatMap((layer) => [...layer.units.flatMap((unit) => unit.weights), ...layer.biases]),
    ...topology.settings,
  ];
}
