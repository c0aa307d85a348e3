import { calculatorOf } from '../../src/engine/calculator.ts';
import { train } from '../../src/engine/train.ts';
import type { Network } from '../../src/network/network.ts';
import { runPlans } from '../../src/pipeline/run-plans.ts';
import { sourceOf } from '../../src/settings/source.ts';
import { type Book, openBook } from '../../src/workbook/book.ts';
import { tableLayout } from '../../src/workbook/layout.ts';

/** What the sheets of a network's workbook are made of. */
export const bookOf = (network: Network): Book =>
  openBook(
    network,
    runPlans(network).map(({ name, topology, groups, quantities, learningRate }) => ({
      name,
      topology,
      table: tableLayout(topology, groups, network.iterations),
      calculator: calculatorOf(topology),
      trace: train(topology, learningRate, network.iterations, quantities),
    })),
    sourceOf(network),
  );
