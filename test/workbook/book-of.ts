import { calculatorOf } from '../../src/engine/calculator.ts';
import { train } from '../../src/engine/train.ts';
import { columnGroups, columnsOf } from '../../src/model/quantities.ts';
import type { Network } from '../../src/network/network.ts';
import { topologyOf } from '../../src/quantities/topology.ts';
import { sourceOf } from '../../src/settings/source.ts';
import { type Book, openBook } from '../../src/workbook/book.ts';
import { tableLayout } from '../../src/workbook/layout.ts';

/** What the sheets of a network's workbook are made of. */
export function bookOf(network: Network): Book {
  const topology = topologyOf(network);
  const groups = columnGroups(topology);
  const quantities = columnsOf(groups).map((column) => column.quantity);
  const traces = network.learningRates.map((rate) => train(topology, rate, network.iterations, quantities));
  return openBook(
    network,
    topology,
    tableLayout(topology, groups, network.iterations),
    traces,
    calculatorOf(topology),
    [],
    sourceOf(network),
  );
}
