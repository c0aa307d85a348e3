import type { DrawingTemplates } from './drawing/template.ts';
import { calculatorOf } from './engine/calculator.ts';
import { train } from './engine/train.ts';
import { columnGroups, columnsOf } from './model/quantities.ts';
import { assemble } from './package/assemble.ts';
import type { Compression } from './package/compression.ts';
import type { Network } from './spec/network.ts';
import { topologyOf } from './spec/topology.ts';
import type { Trace } from './spec/trace.ts';
import { openBook } from './workbook/book.ts';
import { keptIterations } from './workbook/kept-iterations.ts';
import { draftWorkbook } from './workbook/workbook.ts';

/** What the core needs of its surroundings. */
export interface Surroundings {
  readonly templates: DrawingTemplates;
  readonly compression: Compression;
}

/** How a training run went. */
export interface RunSummary {
  readonly learningRate: number;
  /** The error of the first and of the last iteration; NaN where the cell shows #NUM!, infinity where it shows #DIV/0!. */
  readonly firstError: number;
  readonly lastError: number;
  /** The first iteration whose error is no number, where the run ends so; else null. */
  readonly divergedAt: number | null;
}

/** A workbook in the making. */
export interface Generation {
  /** The name of the error that the runs are summed up by: E_total, or with samples in turn E_mean. */
  readonly errorName: string;
  readonly runs: readonly RunSummary[];
  /** The .xlsx file, in pieces; to be read once. */
  readonly bytes: AsyncIterable<Uint8Array>;
}

/**
 * Makes the workbook of a network. The same network gives the same bytes.
 *
 * @throws InputError when the network does not fit into a workbook
 */
export async function generate(network: Network, { templates, compression }: Surroundings): Promise<Generation> {
  const topology = topologyOf(network);
  const groups = columnGroups(topology);
  const quantities = columnsOf(groups).map((column) => column.quantity);
  const kept = keptIterations(topology, network.iterations);
  const traces = network.learningRates.map((rate) => train(topology, rate, network.iterations, quantities, kept));
  const book = openBook(network, topology, groups, traces, calculatorOf(topology));
  const draft = await draftWorkbook(book);
  const runs = traces.map(summaryOf);
  return { errorName: topology.curve, runs, bytes: assemble(draft, templates, compression) };
}

function summaryOf(trace: Trace): RunSummary {
  const errors = trace.series(trace.curve);
  const lastError = errors.at(-1) ?? Number.NaN;
  return {
    learningRate: trace.learningRate,
    firstError: errors[0] ?? Number.NaN,
    lastError,
    divergedAt: Number.isFinite(lastError) ? null : errors.findIndex((each) => !Number.isFinite(each)) + 1,
  };
}
