import type { Column, ColumnGroup } from '../model/column.ts';
import { columnGroups, columnsOf } from '../model/quantities.ts';
import type { Network } from '../network/network.ts';
import { comparedNetworks } from '../network/runs.ts';
import type { Quantity } from '../quantities/quantity.ts';
import { type Topology, topologyOf } from '../quantities/topology.ts';

/** What a run trains, and what there is to know of each of its iterations. */
export interface RunPlan {
  /** What it is called; undefined where its learning rate says which it is. */
  readonly name: string | undefined;
  /** A network with this run alone. */
  readonly network: Network;
  readonly learningRate: number;
  readonly topology: Topology;
  readonly groups: readonly ColumnGroup[];
  readonly columns: readonly Column[];
  readonly quantities: readonly Quantity[];
}

const known = new WeakMap<Network, readonly RunPlan[]>();

/** The runs of a network, in order; those that differ in the learning rate alone share all the rest. */
export function runPlans(network: Network): readonly RunPlan[] {
  const plans = known.get(network) ?? plansOf(network);
  known.set(network, plans);
  return plans;
}

function plansOf(network: Network): readonly RunPlan[] {
  const shared = network.runs === undefined ? partsOf(network) : undefined;
  return comparedNetworks(network).map(({ name, network: own }) => ({
    ...(shared ?? partsOf(own)),
    name,
    network: own,
    learningRate: own.learningRates[0] as number,
  }));
}

function partsOf(network: Network): Pick<RunPlan, 'topology' | 'groups' | 'columns' | 'quantities'> {
  const topology = topologyOf(network);
  const groups = columnGroups(topology);
  const columns = columnsOf(groups);
  return { topology, groups, columns, quantities: columns.map(({ quantity }) => quantity) };
}
