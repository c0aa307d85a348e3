import { type Quantity, quantityName } from '../quantities/quantity.ts';
import type { Topology } from '../quantities/topology.ts';
import type { BorrowedNumbers } from '../training/borrowed.ts';
import type { Checkpoint, Trace } from '../training/trace.ts';
import { runOf } from './run.ts';

/** Iterations between two checkpoints. */
const STRIDE = 256;

/**
 * Trains a network and keeps the numbers of every iteration, or of some of them and the error of each; the others are then computed
 * again when they are asked for, from a checkpoint before them.
 *
 * @param iterations number of rows, at least 1
 * @param quantities what there is to know of each iteration, in this order
 * @param kept iterations that are asked for again and again; all, where it is missing
 */
export function train(
  topology: Topology,
  learningRate: number,
  iterations: number,
  quantities: readonly Quantity[],
  kept?: ReadonlySet<number>,
): Trace {
  const position = new Map(quantities.map((quantity, k) => [quantityName(quantity), k]));
  const run = runOf(topology, learningRate, quantities);
  const width = quantities.length;
  // One stretch of memory for all: an array for each row would be half as large again.
  const rows = new Float64Array(width * (kept?.size ?? iterations));
  /** Where the rows begin in it. */
  const places = new Map<number, number>();
  const curve = new Float64Array(iterations);
  const checkpoints: Checkpoint[] = [];
  for (let k = 1; k <= iterations; k++) {
    if ((k - 1) % STRIDE === 0) checkpoints.push(run.checkpoint());
    curve[k - 1] = run.next();
    if (kept?.has(k) === false) continue;
    const place = places.size * width;
    places.set(k, place);
    run.write(rows, place);
  }

  /** The iteration that the run stands at. */
  let at = iterations;
  const row = new Float64Array(width);
  const checkpointOf = (iteration: number): Checkpoint =>
    checkpoints[Math.floor((iteration - 1) / STRIDE)] as Checkpoint;
  const computed = (iteration: number): Float64Array => {
    const checkpoint = checkpointOf(iteration);
    if (iteration < at || checkpoint.iteration > at) {
      run.restore(checkpoint);
      at = checkpoint.iteration;
    }
    for (; at < iteration; at++) run.next();
    run.write(row, 0);
    return row;
  };
  const rowOf = (iteration: number): BorrowedNumbers => {
    const place = places.get(iteration);
    return place === undefined ? computed(iteration) : rows.subarray(place, place + width);
  };
  return {
    learningRate,
    iterations,
    curve: topology.curve,
    row: rowOf,
    checkpoint: checkpointOf,
    series: (name) => {
      const column = position.get(name);
      if (column === undefined) throw new RangeError(`The trace does not hold ${name}.`);
      if (name === topology.curve) return curve;
      const series = new Float64Array(iterations);
      for (let k = 0; k < iterations; k++) {
        const place = places.get(k + 1);
        series[k] = (place === undefined ? computed(k + 1)[column] : rows[place + column]) as number;
      }
      return series;
    },
  };
}
