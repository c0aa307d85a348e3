import type { DrawingTemplates } from './drawing/template.ts';
import { calculatorOf } from './engine/calculator.ts';
import { train } from './engine/train.ts';
import { columnGroups, columnsOf } from './model/quantities.ts';
import { assemble, type RowMaking } from './package/assemble.ts';
import type { Compression } from './package/compression.ts';
import type { RowThreads } from './package/threads.ts';
import { rowMaker } from './rows.ts';
import type { Network } from './spec/network.ts';
import { topologyOf } from './spec/topology.ts';
import type { Trace } from './spec/trace.ts';
import { openBook } from './workbook/book.ts';
import { keptIterations } from './workbook/kept-iterations.ts';
import { type Draft, draftWorkbook } from './workbook/workbook.ts';

/** What the core needs of its surroundings. */
export interface Surroundings {
  readonly templates: DrawingTemplates;
  readonly compression: Compression;
  /** Makes the rows of long runs side by side; where it is missing, they are made one block after the other. */
  readonly threads?: RowThreads;
  /** Told whenever rows of a learning rate have been written. */
  readonly progress?: (written: Progress) => void;
}

/** How many rows of a learning rate are written. */
export interface Progress {
  readonly learningRate: number;
  readonly rows: number;
  readonly of: number;
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
export async function generate(network: Network, surroundings: Surroundings): Promise<Generation> {
  const topology = topologyOf(network);
  const groups = columnGroups(topology);
  const quantities = columnsOf(groups).map((column) => column.quantity);
  const kept = keptIterations(topology, network.iterations);
  const traces = network.learningRates.map((rate) => train(topology, rate, network.iterations, quantities, kept));
  const book = openBook(network, topology, groups, traces, calculatorOf(topology));
  const draft = await draftWorkbook(book);
  const runs = traces.map(summaryOf);
  return { errorName: topology.curve, runs, bytes: bytesOf(network, draft, surroundings) };
}

/** Rows in all from which on it pays to start threads. */
const MANY_ROWS = 4000;

async function* bytesOf(
  network: Network,
  draft: Draft,
  { templates, compression, threads, progress }: Surroundings,
): AsyncGenerator<Uint8Array> {
  const many = network.iterations * network.learningRates.length >= MANY_ROWS;
  const open = many && threads !== undefined && threads.count > 1 ? threads.open(network) : undefined;
  const make = rowMaker(network);
  const rows: RowMaking = {
    atOnce: open === undefined ? 1 : (threads?.count ?? 1),
    segment: (block) => (open === undefined ? compression.segment(make(block).slice()) : open.segment(block)),
    written: ({ learningRate, end, rows: of }) => progress?.({ learningRate, rows: end, of }),
  };
  try {
    yield* assemble(draft, templates, compression, rows);
  } finally {
    await open?.close();
  }
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
