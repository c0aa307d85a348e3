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
  const rows = new Map<number, Float64Array>();
  const curve = new Float64Array(iterations);
  const checkpoints: Checkpoint[] = [];
  const write = (into: Float64Array): Float64Array => {
    run.write(into, 0);
    return into;
  };
  for (let k = 1; k <= iterations; k++) {
    if ((k - 1) % STRIDE === 0) checkpoints.push(run.checkpoint());
    curve[k - 1] = run.next();
    if (kept?.has(k) !== false) rows.set(k, write(new Float64Array(quantities.length)));
  }

  /** The iteration that the run stands at. */
  let at = iterations;
  const row = new Float64Array(quantities.length);
  const checkpointOf = (iteration: number): Checkpoint =>
    checkpoints[Math.floor((iteration - 1) / STRIDE)] as Checkpoint;
  const computed = (iteration: number): Float64Array => {
    const checkpoint = checkpointOf(iteration);
    if (iteration < at || checkpoint.iteration > at) {
      run.restore(checkpoint);
      at = checkpoint.iteration;
    }
    for (; at < iteration; at++) run.next();
    return write(row);
  };
  const rowOf = (iteration: number): BorrowedNumbers => rows.get(iteration) ?? computed(iteration);
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
      return Float64Array.from({ length: iterations }, (_, k) => rowOf(k + 1)[column] as number);
    },
  };
}
