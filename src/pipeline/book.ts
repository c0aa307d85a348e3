import { calculatorOf } from '../engine/calculator.ts';
import { train } from '../engine/train.ts';
import type { Column } from '../model/column.ts';
import { columnGroups, columnsOf } from '../model/quantities.ts';
import type { Network } from '../network/network.ts';
import { type Topology, topologyOf } from '../quantities/topology.ts';
import type { Trace } from '../training/trace.ts';
import { type Book, openBook } from '../workbook/book.ts';
import { keptIterations } from '../workbook/kept-iterations.ts';
import { type TableLayout, tableLayout } from '../workbook/layout.ts';

/** What a workbook of a network will hold, and where, before anything is trained. */
export interface Plan {
  readonly network: Network;
  readonly topology: Topology;
  readonly columns: readonly Column[];
  readonly table: TableLayout;
  /** The iterations whose numbers are kept at hand. */
  readonly kept: ReturnType<typeof keptIterations>;
}

/** Plans a workbook. @throws InputError when the network does not fit into one */
export function planned(network: Network): Plan {
  const { iterations, learningRates } = network;
  const topology = topologyOf(network);
  const groups = columnGroups(topology);
  const table = tableLayout(topology, groups, iterations, learningRates.length);
  return { network, topology, columns: columnsOf(groups), table, kept: keptIterations(topology, iterations) };
}

/** Trains the network of a plan, once for each learning rate. */
export function trained({ network, topology, columns, kept }: Plan): readonly Trace[] {
  const quantities = columns.map(({ quantity }) => quantity);
  return network.learningRates.map((rate) => train(topology, rate, network.iterations, quantities, kept));
}

/** All that the sheets of a workbook are made of. @param traces the numbers that they show */
export const bookWith = ({ network, topology, table }: Plan, traces: readonly Trace[]): Book =>
  openBook(network, topology, table, traces, calculatorOf(topology));
