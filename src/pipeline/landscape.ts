import { calculatorOf } from '../engine/calculator.ts';
import type { SymbolReading } from '../model/read-rule.ts';
import { initialValues, onlyPass, TOTAL_ERROR, type Topology, trainedOf } from '../quantities/topology.ts';
import { viewOf } from '../quantities/view.ts';

/** The error over one weight, everything else as it is in an iteration. */
export type ErrorsOver = (weight: string, values: readonly number[]) => readonly number[];

/** Numbers of one iteration that others rest on: what is trained, and with several batches the samples of its own. */
export function givenIn(topology: Topology, before: SymbolReading<number>): ReadonlyMap<string, number> {
  const views = topology.epoch > 1 ? topology.passes.map((pass) => viewOf(topology, pass)) : [];
  const own = views.flatMap(({ inputs, targets }) => [...inputs, ...targets]);
  return new Map([...trainedOf(topology), ...own].map(({ name }) => [name, before(name)]));
}

/** A way to ask for landscapes of a network, iteration after iteration. @returns a function of the iteration's numbers */
export function landscapes(topology: Topology): (before: SymbolReading<number>) => ErrorsOver {
  const calculator = calculatorOf(topology);
  return (before) => {
    const given = new Map(givenIn(topology, before));
    return (weight, values) =>
      values.map((value) => calculator.forward(new Map(given).set(weight, value))(TOTAL_ERROR));
  };
}

/** Activations over two inputs: `values[unit][row][column]`, rows from the smallest second input on. */
export interface Surfaces {
  readonly units: readonly string[];
  readonly values: readonly (readonly Float64Array[])[];
}

/** A square of inputs, with so many places along each side. */
export interface InputSquare {
  readonly from: number;
  readonly to: number;
  readonly places: number;
}

/**
 * A way to ask for the surfaces of a network of two inputs, iteration after iteration.
 *
 * @param units names of activations, without a sample
 * @returns a function of the iteration's numbers
 */
export function surfaces(
  topology: Topology,
  units: readonly string[],
  { from, to, places }: InputSquare,
): (before: SymbolReading<number>) => Surfaces {
  // One sample is enough: its inputs are what changes.
  const [first] = topology.samples;
  if (first === undefined) throw new RangeError('A network needs a sample.');
  const single: Topology = {
    ...topology,
    samples: [{ inputs: topology.inputs, targets: topology.targets }],
    passes: [onlyPass],
    epoch: 1,
  };
  const calculator = calculatorOf(single);
  const trained = new Set(trainedOf(single).map(({ name }) => name));
  const names = initialValues(single).flatMap(({ name }) => (trained.has(name) ? [name] : []));
  const at = (k: number): number => from + ((to - from) * k) / (places - 1);
  return (before) => {
    const given = new Map(names.map((name) => [name, before(name)]));
    const values = units.map(() => Array.from({ length: places }, () => new Float64Array(places)));
    for (let row = 0; row < places; row++)
      for (let column = 0; column < places; column++) {
        given.set('i1', at(column)).set('i2', at(row));
        const read = calculator.forward(given);
        for (const [u, unit] of units.entries()) {
          const line = values[u]?.[row];
          if (line !== undefined) line[column] = read(unit);
        }
      }
    return { units, values };
  };
}
