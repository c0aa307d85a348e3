import { type Quantity, quantityName } from '../quantities/quantity.ts';
import type { Topology } from '../quantities/topology.ts';
import type { DecidedByRounding } from '../training/rounding.ts';
import type { Trace } from '../training/trace.ts';
import { type Run, runOf } from './run.ts';
import type { Noise } from './sweep.ts';

/** Other programs may be off by this share after every operation: about a unit of the last place. */
const UNIT = 2 ** -52;

/** A number that such noise moves by more than this share, or by this share of SMALLEST, is decided by rounding. */
const MOVED = 5e-11;
const SMALLEST = 1e-6;

/** Runs with noise: many where they are short, for a sign alone falls the same way in every second of them. */
const SHORT = { iterations: 3, runs: 8 } as const;
const LONG_RUNS = 2;

/** Of more iterations, one run has to do, with noise on the weights alone: it is as fast as a run without. */
const LONG = 1000;

/**
 * Finds the numbers of a run that are decided by rounding: it runs again, with a little noise on the result of every operation, always the
 * same.
 *
 * @param trace of the run
 * @param asked the iterations that are asked about
 * @param quantities those of the trace, in its order
 */
export function decidedByRounding(
  topology: Topology,
  { learningRate, row: plainRow }: Pick<Trace, 'learningRate' | 'row'>,
  asked: readonly number[],
  quantities: readonly Quantity[],
): DecidedByRounding {
  const width = quantities.length;
  const rowsOf = (run: Run, iterations: readonly number[]): ReadonlyMap<number, Float64Array> => {
    const rows = new Map<number, Float64Array>();
    for (let k = 1; k <= (iterations.at(-1) ?? 0); k++) {
      run.next();
      if (!iterations.includes(k)) continue;
      const row = new Float64Array(width);
      run.write(row, 0);
      rows.set(k, row);
    }
    return rows;
  };
  const plain = new Map(asked.map((k) => [k, Float64Array.from(plainRow(k))]));
  const decided = new Map(asked.map((k) => [k, new Uint8Array(width)]));
  const compare = (rows: ReadonlyMap<number, Float64Array>): void => {
    for (const [k, row] of rows) {
      const [right, marks] = [plain.get(k), decided.get(k)];
      if (right === undefined || marks === undefined) continue;
      for (let q = 0; q < width; q++) if (isMoved(row[q] as number, right[q] as number)) marks[q] = 1;
    }
  };
  const short = asked.filter((k) => k <= SHORT.iterations);
  const isLong = (asked.at(-1) ?? 0) > LONG;
  if (isLong) compare(rowsOf(runOf(topology, learningRate, quantities, { updates: noiseOf(1) }), asked));
  // One run starts again for every noise: recording the network takes longer than a few iterations.
  let noise = noiseOf(1);
  const next: Noise = (value) => noise(value);
  const noisy = runOf(topology, learningRate, quantities, { operations: next, updates: next });
  const start = noisy.checkpoint();
  for (let seed = 1; seed <= SHORT.runs; seed++) {
    noise = noiseOf(seed);
    noisy.restore(start);
    compare(rowsOf(noisy, !isLong && seed <= LONG_RUNS ? asked : short));
  }
  const positions = new Map(quantities.map((quantity, q) => [quantityName(quantity), q]));
  return (name, iteration) => decided.get(iteration)?.[positions.get(name) ?? -1] === 1;
}

const isMoved = (other: number, right: number): boolean =>
  Number.isFinite(right)
    ? !(Math.abs(other - right) <= MOVED * Math.max(Math.abs(right), SMALLEST))
    : Number.isFinite(other);

/** Noise that is the same for a seed: up to two units of the last place, by a linear congruential generator (Numerical Recipes). */
function noiseOf(seed: number): Noise {
  let state = (seed * 0x9e3779b9) >>> 0;
  return (value) => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return value + value * (UNIT * ((state >>> 30) - 1));
  };
}
