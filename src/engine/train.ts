import { gradientBy, type Quantity, quantityName, quantityOf } from '../spec/quantity.ts';
import { type Topology, weightsOf } from '../spec/topology.ts';
import type { Trace } from '../spec/trace.ts';
import { compile } from './compile.ts';
import { asCell } from './tape.ts';

/**
 * Trains a network by gradient descent and keeps the numbers of every iteration. Iteration k is the state before the k-th
 * update: its weights, all that follows from them, and their gradients.
 *
 * @param learningRate η > 0
 * @param iterations number of rows, at least 1
 * @param quantities what to keep of each iteration, in this order
 */
export function train(
  topology: Topology,
  learningRate: number,
  iterations: number,
  quantities: readonly Quantity[],
): Trace {
  const machine = compile(topology);
  const weights = weightsOf(topology).map(({ name }) => ({
    name,
    value: machine.reader(quantityOf(name)),
    gradient: machine.reader(gradientBy(name)),
  }));
  const readers = quantities.map((quantity) => machine.reader(quantity));
  const width = readers.length;
  const numbers = new Float64Array(iterations * width);
  let next = 0;
  for (let k = 0; k < iterations; k++) {
    machine.run();
    for (const read of readers) numbers[next++] = read();
    for (const { name, value, gradient } of weights)
      machine.set(name, asCell(value() - asCell(learningRate * gradient())));
  }

  const position = new Map(quantities.map((quantity, k) => [quantityName(quantity), k]));
  return {
    learningRate,
    iterations,
    row: (iteration) => numbers.subarray((iteration - 1) * width, iteration * width),
    series: (name) => {
      const column = position.get(name);
      if (column === undefined) throw new RangeError(`The trace does not hold ${name}.`);
      const values = new Float64Array(iterations);
      for (let k = 0; k < iterations; k++) values[k] = numbers[k * width + column] as number;
      return values;
    },
  };
}
