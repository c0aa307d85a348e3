import { train } from '../../src/engine/train.ts';
import type { Row } from '../../src/expression/tree.ts';
import type { Column } from '../../src/model/column.ts';
import { columnGroups, columnsOf } from '../../src/model/quantities.ts';
import type { Network } from '../../src/network/network.ts';
import { ITERATION, type Topology, topologyOf } from '../../src/quantities/topology.ts';

/** A network that the engine has trained, with one iteration more than it asks for. */
export interface Training {
  readonly topology: Topology;
  readonly columns: readonly Column[];
  readonly iterations: number;
  /** The engine's number of a quantity. */
  at(iteration: number, name: string): number;
  /** All that a formula of an iteration can mention: quantities, η, k, and states of the row above, which are 0 at first. */
  namesIn(iteration: number): (name: string, row?: Row) => number;
}

export function training(network: Network): Training {
  const topology = topologyOf(network);
  const columns = columnsOf(columnGroups(topology));
  const [learningRate = Number.NaN] = network.learningRates;
  const quantities = columns.map(({ quantity }) => quantity);
  const trace = train(topology, learningRate, network.iterations + 1, quantities);
  const positions = new Map(columns.map(({ name }, k) => [name, k]));
  const at = (iteration: number, name: string): number => trace.row(iteration)[positions.get(name) ?? -1] ?? Number.NaN;
  return {
    topology,
    columns,
    iterations: network.iterations,
    at,
    namesIn:
      (iteration) =>
      (name, row = 0) => {
        if (name === topology.givenRate) return learningRate;
        if (name === ITERATION) return iteration;
        if (row === 0) return at(iteration, name);
        return iteration === 1 ? 0 : at(iteration - 1, name);
      },
  };
}
