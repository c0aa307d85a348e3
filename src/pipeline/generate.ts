import { calculatorOf } from '../engine/calculator.ts';
import { decidedByRounding } from '../engine/rounding.ts';
import { train } from '../engine/train.ts';
import { askedColumns, type Blank } from '../model/asked.ts';
import { columnGroups, columnsOf } from '../model/quantities.ts';
import type { Network } from '../network/network.ts';
import { topologyOf } from '../quantities/topology.ts';
import { sourceOf } from '../settings/source.ts';
import type { Workbook } from '../sheet/workbook.ts';
import { type Book, openBook } from '../workbook/book.ts';
import { comparedIterations } from '../workbook/cross-check/layout.ts';
import { blankTrace } from '../workbook/exercise/blank-trace.ts';
import { keptIterations } from '../workbook/kept-iterations.ts';
import { tableLayout } from '../workbook/layout.ts';
import { exerciseOf, workbookOf } from '../workbook/workbook.ts';
import { assemble } from '../xlsx/assemble.ts';
import type { GenerateOptions } from './generate-options.ts';
import { openRows } from './open-rows.ts';
import { type RunSummary, summaryOf } from './run-summary.ts';

/** A workbook in the making. */
export interface Generation {
  /** The name of the error that the runs are summed up by: E_total, or with several batches E_mean. */
  readonly errorName: string;
  readonly runs: readonly RunSummary[];
  /** The names of the columns that an exercise asks for; none where everything is there. */
  readonly asked: readonly string[];
  /** The .xlsx file, in pieces; to be read once. */
  readonly bytes: AsyncIterable<Uint8Array>;
}

/**
 * Makes the workbook of a network. The same network gives the same bytes under one version of one JavaScript engine; others may round e^x,
 * ln and tanh in their last digit.
 *
 * @param options whom to tell of the progress, and what makes long runs side by side
 * @returns how the training runs went, and the file: it is made while its bytes are read
 * @throws InputError when the network does not fit into a workbook
 * @example
 * const { runs, bytes } = await generate(network, { progress: ({ rows, of }) => console.log(`${rows} of ${of}`) });
 * await writeFile('class.xlsx', bytes);
 * console.log(runs);
 */
export async function generate(network: Network, options: GenerateOptions = {}): Promise<Generation> {
  return generationOf(await inTheMaking(network, options));
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
 * network and task give the same bytes under one version of one JavaScript engine.
 *
 * @throws InputError when the network has nothing of what is asked for, or does not fit into a workbook
 * @example
 * const { asked, bytes } = await generateExercise(network, { blank: 'updates' });
 * await writeFile('exercise.xlsx', bytes);
 * console.log(asked); // the names of the columns to fill in
 */
export async function generateExercise(
  network: Network,
  task: ExerciseTask,
  options: GenerateOptions = {},
): Promise<Generation> {
  return generationOf(await inTheMaking(network, options, task));
}

/** A generation with the values that its file is made of. */
export interface Making extends Generation {
  readonly book: Book;
  readonly workbook: Workbook;
}

const generationOf = ({ book: _, workbook: __, ...generation }: Making): Generation => generation;

/** Makes a workbook, or an exercise, and gives its sheets too. */
export async function inTheMaking(network: Network, options: GenerateOptions, task?: ExerciseTask): Promise<Making> {
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
        : traces.map((trace) => blankTrace(topology, trace, columns, exercise.asked, kept));
    // An exercise has no Cross-check.
    const rounding =
      exercise === undefined
        ? learningRates.map((rate) => decidedByRounding(topology, rate, comparedIterations(iterations), quantities))
        : [];
    const book = openBook(
      network,
      topology,
      table,
      shown,
      calculatorOf(topology),
      rounding,
      options.source ?? sourceOf(network),
    );
    const workbook = exercise === undefined ? workbookOf(book) : exerciseOf(book, exercise);
    // Loaded only here: exceljs takes longer to load than all the rest.
    const { openPackage } = await import('../xlsx/exceljs.ts');
    const bytes = closing(assemble(workbook, await openPackage(workbook), rows), rows.close);
    return {
      errorName: topology.curve,
      runs: traces.map((trace) => summaryOf(topology, columns, trace)),
      asked: [...(asked ?? [])],
      bytes,
      book,
      workbook,
    };
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
