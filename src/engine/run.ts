import { DECAYED_GRADIENT, optimizerParts, stateName, weightDecay } from '../spec/optimizer.ts';
import { gradientBy, type Quantity, quantityOf } from '../spec/quantity.ts';
import { MEAN_ERROR, SAMPLE, TOTAL_ERROR, type Topology, trainedOf } from '../spec/topology.ts';
import type { Checkpoint } from '../spec/trace.ts';
import { add, divide, multiply } from './cell-number.ts';
import { compile, type Writer } from './compile.ts';
import { optimizers } from './optimizers.ts';

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

/**
 * Starts to train a network. Iteration k is the state before the k-th update: its weights, all that follows from them, their
 * gradients, and what the optimizer makes of these.
 *
 * @param learningRate η > 0
 * @param quantities what to write of each iteration
 */
export function runOf(topology: Topology, learningRate: number, quantities: readonly Quantity[]): Run {
  const machine = compile(topology);
  const setting = (symbol: string): number =>
    topology.settings.find(({ name }) => name === symbol)?.value ?? Number.NaN;
  const { name: optimizer, weightDecay: decays } = topology.optimizer;
  const update = optimizers[optimizer]({ of: setting, learningRate });
  const lambda = decays === undefined ? undefined : setting(weightDecay.symbol);
  const symbols = optimizerParts[optimizer].states;
  const trained = trainedOf(topology).map(({ name }) => {
    const value = machine.reader(quantityOf(name));
    const states = new Float64Array(symbols.length);
    const set = machine.setter(name);
    return { name, set, value, gradient: machine.reader(gradientBy(name)), states, decayed: Number.NaN, next: value() };
  });
  const samples = sampling(topology, machine);
  let mean = Number.NaN;

  const kept = new Map<string, () => number>([
    [SAMPLE, () => samples.number()],
    [MEAN_ERROR, () => mean],
    ...trained.flatMap((each) => [
      ...symbols.map((symbol, k) => [stateName(symbol, each.name), () => each.states[k] as number] as const),
      [stateName(DECAYED_GRADIENT, each.name), () => each.decayed] as const,
    ]),
  ]);
  const writers = quantities.map((quantity): Writer => {
    const read = quantity.kind === 'value' ? kept.get(quantity.of) : undefined;
    if (read === undefined) return machine.writer(quantity);
    return (into, at) => {
      into[at] = read();
    };
  });
  const total = machine.reader(quantityOf(TOTAL_ERROR));
  let latest: number[] = [];
  let iteration = 0;
  return {
    next() {
      for (const { set, next } of trained) set(next);
      iteration++;
      samples.take(iteration);
      machine.run();
      latest.push(total());
      if (latest.length > topology.inTurn) latest.shift();
      mean = meanOf(latest);
      for (const each of trained) {
        const value = each.value();
        const gradient = each.gradient();
        each.decayed = lambda === undefined ? gradient : add(gradient, multiply(lambda, value));
        each.next = update(value, each.decayed, each.states, iteration);
      }
      return mean;
    },
    write(into, at) {
      for (let k = 0; k < writers.length; k++) (writers[k] as Writer)(into, at + k);
    },
    checkpoint: () => ({
      iteration,
      trained: Float64Array.from(trained.flatMap((each) => [each.next, ...each.states])),
      errors: latest.slice(),
    }),
    restore(checkpoint) {
      iteration = checkpoint.iteration;
      latest = checkpoint.errors.slice();
      const width = symbols.length + 1;
      for (const [k, each] of trained.entries()) {
        each.next = checkpoint.trained[k * width] as number;
        each.states.set(checkpoint.trained.subarray(k * width + 1, (k + 1) * width));
      }
    },
  };
}

const meanOf = (values: readonly number[]): number =>
  values.length === 1
    ? (values[0] as number)
    : divide(
        values.reduce((sum, value) => add(sum, value)),
        values.length,
      );

/** Which sample an iteration takes. */
function sampling(
  { samples, inTurn, inputs, targets }: Topology,
  machine: { set(name: string, value: number): void },
): { take(iteration: number): void; number(): number } {
  let now = 0;
  const names = [...inputs, ...targets].map(({ name }) => name);
  const values = samples.map((sample) => [...sample.inputs, ...sample.targets].map(({ value }) => value));
  return {
    take: (iteration) => {
      if (inTurn === 1) return;
      now = (iteration - 1) % inTurn;
      for (const [k, name] of names.entries()) machine.set(name, values[now]?.[k] as number);
    },
    number: () => now + 1,
  };
}
