import { calculatorOf } from '../engine/calculator.ts';
import { train } from '../engine/train.ts';
import { askedColumns, type Blank } from '../model/asked.ts';
import { columnGroups, columnsOf } from '../model/quantities.ts';
import type { Network } from '../network/network.ts';
import { topologyOf } from '../quantities/topology.ts';
import type { RowBlock } from '../training/filling.ts';
import type { Trace } from '../training/trace.ts';
import { openBook } from '../workbook/book.ts';
import { blankTrace } from '../workbook/exercise/blank-trace.ts';
import { keptIterations } from '../workbook/kept-iterations.ts';
import { tableLayout } from '../workbook/layout.ts';
import { exerciseOf, workbookOf } from '../workbook/workbook.ts';
import { assemble, type RowMaking } from '../xlsx/assemble.ts';
import { exceljsParts } from '../xlsx/exceljs.ts';
import type { RowThreads } from '../xlsx/threads.ts';
import { rowMaker } from './rows.ts';

/** How a workbook is made; nothing of it changes the bytes. */
export interface GenerateOptions {
  /** Is told whenever rows of a learning rate have been written. */
  readonly progress?: ((written: Progress) => void) | undefined;
  /** Threads that make the rows of long runs side by side; without them, rows are made one block after the other. */
  readonly threads?: RowThreads | undefined;
}

/** How many rows of a learning rate are written. */
export interface Progress {
  readonly learningRate: number;
  /** Rows that are written, of those that are made block by block: all but the first two iterations. */
  readonly rows: number;
  /** How many there will be. */
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
  /** The names of the columns that an exercise asks for; none where everything is there. */
  readonly asked: readonly string[];
  /** The .xlsx file, in pieces; to be read once. */
  readonly bytes: AsyncIterable<Uint8Array>;
}

/**
 * Makes the workbook of a network. The same network gives the same bytes.
 *
 * @param options whom to tell of the progress, and what makes long runs side by side
 * @returns how the training runs went, and the file: it is made while its bytes are read
 * @throws InputError when the network does not fit into a workbook
 * @example
 * const { runs, bytes } = await generate(network, { progress: ({ rows, of }) => console.log(`${rows} of ${of}`) });
 * await writeFile('class.xlsx', bytes);
 * console.log(runs);
 */
export function generate(network: Network, options: GenerateOptions = {}): Promise<Generation> {
  return made(network, options);
}

/** What an exercise leaves to the learner. */
export interface ExerciseTask {
  /** The columns that stand empty. */
  readonly blank: Blank;
  /** Whether to make the teacher's copy: the columns filled in, the sheets of answers to be seen. */
  readonly answers?: boolean;
  /** Whose exercise it is: a name, which stands on the first sheet and by which a hand-in is known. */
  readonly learner?: string;
}

/**
 * Makes an exercise: the workbook of a network with columns empty, which the workbook itself judges while they are filled in. The same
 * network and task give the same bytes.
 *
 * @throws InputError when the network has nothing of what is asked for, or does not fit into a workbook
 * @example
 * const { asked, bytes } = await generateExercise(network, { blank: 'updates' });
 * await writeFile('exercise.xlsx', bytes);
 * console.log(asked); // the names of the columns to fill in
 */
export function generateExercise(
  network: Network,
  task: ExerciseTask,
  options: GenerateOptions = {},
): Promise<Generation> {
  return made(network, options, task);
}

async function made(network: Network, options: GenerateOptions, task?: ExerciseTask): Promise<Generation> {
  // Threads take a while to start; until rows are asked for, the rest is made.
  const rows = openRows(network, options);
  try {
    const topology = topologyOf(network);
    const groups = columnGroups(topology);
    const columns = columnsOf(groups);
    const quantities = columns.map((column) => column.quantity);
    const { iterations, learningRates } = network;
    // These two first, for they say what cannot be.
    const table = tableLayout(topology, groups, iterations, learningRates.length);
    const asked = task && new Set(askedColumns(topology, columns, task.blank, iterations));
    const kept = keptIterations(topology, iterations);
    const traces = learningRates.map((rate) => train(topology, rate, iterations, quantities, kept));
    const exercise = asked && { asked, answers: task.answers === true, learner: task.learner };
    // What is not there yet, nothing can be computed from.
    const shown =
      exercise === undefined || exercise.answers
        ? traces
        : traces.map((trace) => blankTrace(trace, columns, exercise.asked, kept));
    const book = openBook(network, topology, table, shown, calculatorOf(topology));
    const workbook = exercise === undefined ? workbookOf(book) : exerciseOf(book, exercise);
    const bytes = closing(assemble(workbook, await exceljsParts(workbook), rows), rows.close);
    return { errorName: topology.curve, runs: traces.map(summaryOf), asked: [...(asked ?? [])], bytes };
  } catch (error) {
    await rows.close();
    throw error;
  }
}

async function* closing<T>(items: AsyncIterable<T>, close: () => Promise<void>): AsyncGenerator<T> {
  try {
    yield* items;
  } finally {
    await close();
  }
}

/** Makes rows on threads where it pays and there are more than one, and else here. */
function openRows(
  network: Network,
  { threads, progress }: GenerateOptions,
): RowMaking & { readonly close: () => Promise<void> } {
  const { iterations, learningRates } = network;
  const rows = iterations * learningRates.length;
  const told = ({ learningRate, end, rows: of }: RowBlock): void => progress?.({ learningRate, rows: end, of });
  if (threads === undefined || threads.count === 1 || rows < threads.leastRows) {
    return { segment: rowMaker(network), atOnce: 1, written: told, close: async () => {} };
  }
  const open = threads.open(network);
  return {
    segment: open.segment,
    atOnce: threads.count,
    written: (block) => {
      told(block);
      // What they need of memory goes back before the rest of the workbook is written.
      if (block.learningRate === learningRates.at(-1) && block.end === block.rows) void open.close();
    },
    close: open.close,
  };
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
