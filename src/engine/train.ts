import { type Quantity, quantityName } from '../spec/quantity.ts';
import type { Topology } from '../spec/topology.ts';
import type { Trace } from '../spec/trace.ts';
import { runOf } from './run.ts';

/**
 * Trains a network and keeps the numbers of every iteration, or of some of them and the error of each; the others are then computed
 * again when they are asked for, one after the other at no more cost than the first time.
 *
 * @param iterations number of rows, at least 1
 * @param quantities what there is to know of each iteration, in this order
 * @param kept iterations that are asked for in any order; all, where it is missing
 * @returns a trace whose rows, but those kept, hold only until the next one is asked for
 */
export function train(
  topology: Topology,
  learningRate: number,
  iterations: number,
  quantities: readonly Quantity[],
  kept?: ReadonlySet<number>,
): Trace {
  const position = new Map(quantities.map((quantity, k) => [quantityName(quantity), k]));
  const curveColumn = position.get(topology.curve);
  const curve = new Float64Array(iterations);
  const rows = new Map<number, Float64Array>();
  const row = new Float64Array(quantities.length);
  let run = runOf(topology, learningRate, quantities);
  for (let k = 1; k <= iterations; k++) {
    run.next(row, 0);
    if (curveColumn !== undefined) curve[k - 1] = row[curveColumn] as number;
    if (kept?.has(k) !== false) rows.set(k, row.slice());
  }

  /** The iteration whose numbers stand in the row. */
  let at = iterations;
  const computed = (iteration: number): Float64Array => {
    if (iteration < at) {
      run = runOf(topology, learningRate, quantities);
      at = 0;
    }
    for (; at < iteration; at++) run.next(row, 0);
    return row;
  };
  const rowOf = (iteration: number): Float64Array => rows.get(iteration) ?? computed(iteration);
  return {
    learningRate,
    iterations,
    curve: topology.curve,
    row: rowOf,
    series: (name) => {
      const column = position.get(name);
      if (column === undefined) throw new RangeError(`The trace does not hold ${name}.`);
      if (column === curveColumn) return curve;
      return Float64Array.from({ length: iterations }, (_, k) => rowOf(k + 1)[column] as number);
    },
  };
}
