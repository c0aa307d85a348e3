import { type Quantity, quantityName } from '../spec/quantity.ts';
import type { Topology } from '../spec/topology.ts';
import type { Trace } from '../spec/trace.ts';
import { runOf } from './train.ts';

/**
 * Trains a network without keeping more than some of its iterations and the error of each; the others are computed again when they are
 * asked for, one after the other at no more cost than the first time.
 *
 * @param iterations number of rows, at least 1
 * @param quantities what there is to know of each iteration, in this order; one of them the error that charts show
 * @param kept iterations that are asked for in any order
 * @returns a trace whose rows, but those kept, hold only until the next one is asked for
 */
export function replay(
  topology: Topology,
  learningRate: number,
  iterations: number,
  quantities: readonly Quantity[],
  kept: ReadonlySet<number>,
): Trace {
  const width = quantities.length;
  const position = new Map(quantities.map((quantity, k) => [quantityName(quantity), k]));
  const columnOf = (name: string): number => {
    const column = position.get(name);
    if (column === undefined) throw new RangeError(`The trace does not hold ${name}.`);
    return column;
  };
  const curveColumn = columnOf(topology.curve);
  const curve = new Float64Array(iterations);
  const rows = new Map<number, Float64Array>();
  const row = new Float64Array(width);
  let run = runOf(topology, learningRate, quantities);
  let at = 0;
  for (let k = 1; k <= iterations; k++) {
    run.next(row, 0);
    curve[k - 1] = row[curveColumn] as number;
    if (kept.has(k)) rows.set(k, row.slice());
  }

  const computed = (iteration: number): Float64Array => {
    if (iteration < at || at === 0) {
      run = runOf(topology, learningRate, quantities);
      at = 0;
    }
    for (; at < iteration; at++) run.next(row, 0);
    return row;
  };
  return {
    learningRate,
    iterations,
    curve: topology.curve,
    row: (iteration) => rows.get(iteration) ?? computed(iteration),
    series: (name) => {
      const column = columnOf(name);
      if (column === curveColumn) return curve;
      return Float64Array.from(
        { length: iterations },
        (_, k) => (rows.get(k + 1) ?? computed(k + 1))[column] as number,
      );
    },
  };
}
