import fc from 'fast-check';
import { lossDemands } from '../../src/network/loss.ts';
import {
  type ActivationName,
  activationNames,
  type LossName,
  lossNames,
  type Network,
  type OptimizerFile,
  type OptimizerName,
  type ScheduleFile,
  scheduleNames,
} from '../../src/network/network.ts';
import { optimizerParts } from '../../src/network/optimizer.ts';
import { parseNetwork } from '../../src/network/parse.ts';
import { scheduleParts } from '../../src/network/schedule.ts';

/** How large random networks may become. */
export interface Sizes {
  readonly inputs: number;
  readonly layers: number;
  /** Of each layer. */
  readonly units: number;
  readonly samples: number;
  readonly iterations: number;
}

/**
 * Random networks of every kind that a network file can describe: all activations, losses, optimizers and schedules, with and without biases, one
 * sample, several in batches. Their numbers have two decimals and are at most 1.5.
 *
 * @param most small enough for a counterexample to be worked out by hand, unless given
 */
export const networksUpTo = (most: Partial<Sizes>): fc.Arbitrary<Network> =>
  ingredients({ inputs: 3, layers: 3, units: 3, samples: 3, iterations: 8, ...most }).map((drawn) =>
    parseNetwork(fileOf(drawn)),
  );

const elementwise = activationNames.filter((name) => name !== 'softmax');

const upTo = (max: number): fc.Arbitrary<number> => fc.integer({ min: 1, max });
const signed = fc.integer({ min: -150, max: 150 }).map((hundredths) => hundredths / 100);
const share = fc.integer({ min: 0, max: 20 }).map((twentieths) => twentieths / 20);
const list = <T>(length: number, of: fc.Arbitrary<T>): fc.Arbitrary<T[]> =>
  fc.array(of, { minLength: length, maxLength: length });
const some = <T>(most: number, of: fc.Arbitrary<T>): fc.Arbitrary<T[]> =>
  fc.array(of, { minLength: 1, maxLength: most });
const perhaps = <T>(of: fc.Arbitrary<T>): fc.Arbitrary<T | undefined> => fc.option(of, { nil: undefined, freq: 2 });

/** What a random network is made of. There are more numbers than it needs, so that sizes can shrink by themselves. */
const ingredients = ({ inputs, layers, units, samples, iterations }: Sizes) =>
  fc.record({
    inputs: upTo(inputs),
    layers: some(layers, layer(units, Math.max(inputs, units))),
    outputActivation: fc.constantFrom<ActivationName>(...activationNames),
    loss: fc.constantFrom<LossName>(...lossNames),
    samples: some(samples, fc.record({ inputs: list(inputs, signed), targets: list(units, share) })),
    batch: fc.constantFrom('full', 'in-turn', 'half', undefined),
    // Classes in place of targets of any size, and samples that only test.
    classes: fc.boolean(),
    tests: fc.constantFrom(0, 0, 1, 2),
    optimizer: fc.option(optimizer, { nil: undefined }),
    schedule: perhaps(schedule),
    warmUp: perhaps(upTo(5)),
    learningRate: upTo(100).map((hundredths) => hundredths / 100),
    iterations: fc.integer({ min: Math.min(3, iterations), max: iterations }),
  });

const layer = (units: number, feeders: number) =>
  fc.record({
    activation: fc.constantFrom<ActivationName>(...elementwise),
    slope: perhaps(signed),
    weights: some(units, list(feeders, signed)),
    bias: fc.oneof(fc.constant(undefined), signed, list(units, signed)),
    trainBias: perhaps(fc.boolean()),
  });

const optimizer = fc.record({
  name: fc.constantFrom(...(Object.keys(optimizerParts) as OptimizerName[])),
  settings: fc.record(
    {
      momentum: fc.constantFrom(0, 0.5, 0.9),
      alpha: fc.constantFrom(0, 0.5, 0.99),
      beta1: fc.constantFrom(0, 0.5, 0.9),
      beta2: fc.constantFrom(0, 0.5, 0.999),
      epsilon: fc.constantFrom(1e-8, 0.01, 1),
    },
    { requiredKeys: [] },
  ),
  penalties: fc.record(
    { weightDecay: fc.constantFrom(0.01, 0.1, 0.5), l1: fc.constantFrom(0.01, 0.1) },
    { requiredKeys: [] },
  ),
});

const schedule = fc.record({
  name: fc.constantFrom(...scheduleNames),
  settings: fc.record(
    { every: upTo(4), factor: fc.constantFrom(0.5, 0.9, 1.25), least: fc.constantFrom(0, 0.01, 0.5) },
    { requiredKeys: [] },
  ),
});

interface Sample {
  readonly inputs: readonly number[];
  readonly targets: readonly number[];
}

type Drawn<Make extends (...of: never[]) => unknown> = ReturnType<Make> extends fc.Arbitrary<infer T> ? T : never;

/** The network file of what was drawn, without what does not fit together. */
function fileOf({ inputs, layers, outputActivation, ...drawn }: Drawn<typeof ingredients>): unknown {
  const { loss, batch, warmUp, learningRate, iterations } = drawn;
  const all = batch === 'half' ? [...drawn.samples, ...drawn.samples.map(opposite)] : drawn.samples;
  const last = layers.length - 1;
  const unitsOf = (l: number): number | undefined => (l < 0 ? inputs : layers[l]?.weights.length);
  const plain = (sample: Sample): Sample => {
    const targets = sample.targets.slice(0, unitsOf(last));
    const coded = drawn.classes ? classOf(targets) : targets;
    return {
      inputs: sample.inputs.slice(0, inputs),
      targets: coded.map((target) => (loss === 'hinge' ? signOf(target) : target)),
    };
  };
  const samples = all.map(plain);
  const tests = drawn.samples.slice(0, drawn.tests).map((sample) => plain(opposite(sample)));
  return given({
    title: 'A network',
    samples,
    testSamples: tests.length === 0 ? undefined : tests,
    batch: batch === 'half' ? drawn.samples.length : batch,
    layers: layers.map(({ activation: own, slope, weights, bias, trainBias }, l) => {
      const activation = l < last ? own : (lossDemands[loss].outputs ?? outputActivation);
      return given({
        activation,
        slope: activation === 'leaky-relu' ? slope : undefined,
        weights: weights.map((row) => row.slice(0, unitsOf(l - 1))),
        bias: Array.isArray(bias) ? bias.slice(0, weights.length) : bias,
        trainBias: bias === undefined ? undefined : trainBias,
      });
    }),
    loss,
    optimizer: drawn.optimizer && optimizerFile(drawn.optimizer),
    schedule: drawn.schedule && scheduleFile(drawn.schedule),
    warmUp,
    learningRates: [learningRate],
    iterations,
  });
}

/** A class: of a single target 0 or 1, of several 1 for the largest. */
const classOf = (targets: readonly number[]): readonly number[] =>
  targets.length === 1
    ? targets.map((target) => Math.round(target))
    : targets.map((_, k) => (k === targets.indexOf(Math.max(...targets)) ? 1 : 0));

/** A class for a share: −1 or 1. */
const signOf = (target: number): number => (target < 0.5 ? -1 : 1);

/** Another sample, for a second batch. */
const opposite = ({ inputs, targets }: Sample): Sample => ({
  inputs: inputs.map((value) => 0 - value),
  targets: targets.map((value) => 1 - value),
});

function optimizerFile({ name, settings, penalties }: Drawn<() => typeof optimizer>): OptimizerFile {
  return given({ name, ...fitting(settings, optimizerParts[name]), ...penalties }) as OptimizerFile;
}

const scheduleFile = ({ name, settings }: Drawn<() => typeof schedule>): ScheduleFile => ({
  name,
  ...fitting(settings, scheduleParts[name]),
});

/** Those of the settings that are meant for a name. */
function fitting(settings: object, parts: { readonly settings: readonly { readonly field: string }[] }): object {
  const own = parts.settings.map(({ field }) => field);
  return Object.fromEntries(Object.entries(settings).filter(([field]) => own.includes(field)));
}

/** The fields that have a value: files have no undefined in them. */
const given = (fields: object): object =>
  Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined));

/** Random networks of 1–3 inputs, 1–3 layers of 1–3 units and 1–6 samples, for 3–8 iterations. */
export const anyNetwork: fc.Arbitrary<Network> = networksUpTo({});
