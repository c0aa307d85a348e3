import { optimizerParts, PENALISED_GRADIENT, penaltiesOf, stateName } from '../network/optimizer.ts';
import { gradientBy, type Quantity, quantityOf } from '../quantities/quantity.ts';
import { LEARNING_RATE, MEAN_ERROR, SAMPLE, TOTAL_ERROR, type Topology, trainedOf } from '../quantities/topology.ts';
import { inPass, viewOf } from '../quantities/view.ts';
import type { Checkpoint } from '../training/trace.ts';
import { meanOf, scoringOf, withNext } from './accuracy.ts';
import { add } from './cell-number.ts';
import { compile, type Machine, numberAt, type TapePlace } from './compile.ts';
import { optimizerUpdates } from './optimizers.ts';
import { penaltySlopes } from './penalties.ts';
import { ratesOf } from './schedules.ts';
import type { Noise } from './sweep.ts';

/** A training run that goes on iteration by iteration. */
export interface Run {
  /** Computes the next iteration, at the beginning the first, and returns the error that charts show. */
  next(): number;
  /** Writes the quantities of the iteration computed last, in order, into an array from a place on. */
  write(into: Float64Array, at: number): void;
  /** Where the run stands. */
  checkpoint(): Checkpoint;
  /** Goes on from where this run, or another of the same network and learning rate, stood. */
  restore(checkpoint: Checkpoint): void;
}

/** Noise on every operation, and on every weight after its update. */
export interface RunNoise {
  readonly operations?: Noise;
  readonly updates?: Noise;
}

/**
 * Starts to train a network. Iteration k is the state before the k-th update: its weights, all that follows from them, their
 * gradients, and what the optimizer makes of these.
 *
 * @param learningRate η > 0, or where that changes η0
 * @param quantities what to write of each iteration
 * @param noise changes what operations and updates give
 */
export function runOf(
  topology: Topology,
  learningRate: number,
  quantities: readonly Quantity[],
  noise: RunNoise = {},
): Run {
  const machine = compile(topology, noise.operations);
  const setting = (symbol: string): number =>
    topology.settings.find(({ name }) => name === symbol)?.value ?? Number.NaN;
  const { name: optimizer } = topology.optimizer;
  const update = optimizerUpdates[optimizer](setting);
  const rateIn = ratesOf(topology, learningRate, setting);
  const pulls = penaltiesOf(topology.optimizer).map(({ field, symbol }) => ({
    slope: penaltySlopes[field],
    factor: setting(symbol),
  }));
  const symbols = optimizerParts[optimizer].states;
  const trained = trainedOf(topology).map(({ name }) => ({
    name,
    value: machine.place(quantityOf(name)),
    gradient: machine.place(gradientBy(name)),
    states: new Float64Array(symbols.length),
  }));
  const nexts = Float64Array.from(trained, ({ value }) => numberAt(value));
  const penalised = new Float64Array(trained.length);
  const samples = sampling(topology, machine);
  const scoring = scoringOf(topology, machine);
  const mean = new Float64Array(1);
  const rate = new Float64Array(1);

  const kept = new Map<string, TapePlace>([
    ...samples.numbers,
    ...scoring.numbers,
    [MEAN_ERROR, { array: mean, index: 0 }],
    [LEARNING_RATE, { array: rate, index: 0 }],
    ...trained.flatMap(({ name, states }, k) => [
      ...symbols.map((symbol, index) => [stateName(symbol, name), { array: states, index }] as const),
      [stateName(PENALISED_GRADIENT, name), { array: penalised, index: k }] as const,
    ]),
  ]);
  const places = quantities.map(
    (quantity) => (quantity.kind === 'value' ? kept.get(quantity.of) : undefined) ?? machine.place(quantity),
  );
  const total = machine.place(quantityOf(TOTAL_ERROR));
  /** E_total of the latest iterations, in order. */
  let latest: Float64Array = new Float64Array(0);
  let iteration = 0;
  return {
    next() {
      for (let k = 0; k < trained.length; k++) {
        const { array, index } = (trained[k] as (typeof trained)[number]).value;
        array[index] = nexts[k] as number;
      }
      iteration++;
      samples.take(iteration);
      machine.run();
      scoring.take();
      latest = withNext(latest, numberAt(total), topology.epoch);
      const error = meanOf(latest);
      mean[0] = error;
      const step = rateIn(iteration);
      rate[0] = step;
      for (let k = 0; k < trained.length; k++) {
        const { value, gradient, states } = trained[k] as (typeof trained)[number];
        const before = numberAt(value);
        let by = numberAt(gradient);
        for (const pull of pulls) by = add(by, pull.slope(pull.factor, before));
        penalised[k] = by;
        const next = update(before, by, states, step, iteration);
        nexts[k] = noise.updates === undefined ? next : noise.updates(next);
      }
      return error;
    },
    write(into, at) {
      machine.derive();
      for (let k = 0; k < places.length; k++) {
        const { array, index } = places[k] as TapePlace;
        into[at + k] = array[index] as number;
      }
    },
    checkpoint: () => ({
      iteration,
      trained: Float64Array.from(trained.flatMap(({ states }, k) => [nexts[k] as number, ...states])),
      errors: [...latest],
      correct: [...scoring.latest],
    }),
    restore(checkpoint) {
      iteration = checkpoint.iteration;
      latest = Float64Array.from(checkpoint.errors);
      scoring.latest = Float64Array.from(checkpoint.correct);
      const width = symbols.length + 1;
      for (const [k, { states }] of trained.entries()) {
        nexts[k] = checkpoint.trained[k * width] as number;
        states.set(checkpoint.trained.subarray(k * width + 1, (k + 1) * width));
      }
    },
  };
}

/** Which samples an iteration takes, and where their numbers stand. */
function sampling(
  topology: Topology,
  machine: Machine,
): { take(iteration: number): void; readonly numbers: readonly (readonly [string, TapePlace])[] } {
  const { samples, epoch, passes } = topology;
  const now = Float64Array.from(passes, (_, p) => p + 1);
  const numbers = passes.map((pass, index) => [inPass(SAMPLE, pass), { array: now, index }] as const);
  if (epoch === 1) return { take: () => {}, numbers };
  const places = passes.map((pass) => {
    const { inputs, targets } = viewOf(topology, pass);
    return [...inputs, ...targets].map(({ name }) => machine.place(quantityOf(name)));
  });
  const values = samples.map((sample) => [...sample.inputs, ...sample.targets].map(({ value }) => value));
  return {
    take: (iteration) => {
      const first = ((iteration - 1) % epoch) * passes.length;
      for (const [p, own] of places.entries()) {
        now[p] = first + p + 1;
        for (const [k, { array, index }] of own.entries()) array[index] = values[first + p]?.[k] as number;
      }
    },
    numbers,
  };
}
