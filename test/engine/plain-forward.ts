import { initialValues, TOTAL_ERROR, type Topology } from '../../src/spec/topology.ts';

/** One number of a forward pass that is moved by a small step, to see what that does to the others. */
export interface Move {
  readonly name: string;
  readonly by: number;
}

/**
 * The forward pass of a sigmoid network with half squared error, written out plainly and without the engine.
 * @returns every number by its name
 */
export function plainForward(topology: Topology, move?: Move): ReadonlyMap<string, number> {
  const numbers = new Map<string, number>();
  const at = (name: string): number => numbers.get(name) ?? Number.NaN;
  const put = (name: string, value: number): void => {
    numbers.set(name, name === move?.name ? value + move.by : value);
  };
  for (const { name, value } of initialValues(topology)) put(name, value);
  for (const { units } of topology.layers) {
    for (const { netInput, activation, weights } of units) {
      put(
        netInput,
        weights.reduce((total, { name, from }) => total + at(name) * at(from), 0),
      );
      put(activation, 1 / (1 + Math.exp(-at(netInput))));
    }
  }
  for (const { name, target, output } of topology.errors) put(name, (at(target) - at(output)) ** 2 / 2);
  put(
    TOTAL_ERROR,
    topology.errors.reduce((total, { name }) => total + at(name), 0),
  );
  return numbers;
}
