import { calculatorOf } from '../engine/calculator.ts';
import { decidedByRounding } from '../engine/rounding.ts';
import { train } from '../engine/train.ts';
import { askedColumns, type Blank } from '../model/asked.ts';
import type { Network } from '../network/network.ts';
import { singleRun } from '../network/runs.ts';
import { comparedError, type Topology } from '../quantities/topology.ts';
import { sourceOf } from '../settings/source.ts';
import type { Sheet } from '../sheet/sheet.ts';
import type { Trace } from '../training/trace.ts';
import { type Book, openBook } from '../workbook/book.ts';
import { comparedIterations } from '../workbook/cross-check/layout.ts';
import { blankTrace } from '../workbook/exercise/blank-trace.ts';
import { keptIterations } from '../workbook/kept-iterations.ts';
import { type TableLayout, tableLayout } from '../workbook/layout.ts';
import { exerciseTabs, sheetMakers } from '../workbook/workbook.ts';
import { assemble } from '../xlsx/assemble.ts';
import { RowWriter } from '../xlsx/row-press/index.ts';
import type { GenerateOptions } from './generate-options.ts';
import { openRows } from './open-rows.ts';
import { remembered } from './remembered.ts';
import { type RunPlan, runPlans } from './run-plans.ts';
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

/** A generation with the book that its file is made of. */
export interface Making extends Generation {
  readonly book: Book;
}

const generationOf = ({ book: _, ...generation }: Making): Generation => generation;

/** Makes a workbook, or an exercise, of one run alone. @param see is given each sheet */
export async function inTheMaking(
  given: Network,
  options: GenerateOptions,
  task?: ExerciseTask,
  see: (sheet: Sheet) => void = () => {},
): Promise<Making> {
  const network = task === undefined ? given : singleRun(given);
  // Threads take a while to start; until rows are asked for, the rest is made.
  const plans = runPlans(network);
  const writer = new RowWriter();
  const rows = openRows(network, plans, writer, options);
  try {
    const { iterations } = network;
    const [first] = plans;
    if (first === undefined) throw new RangeError('A network needs a run.');
    // These two first, for they say what cannot be.
    const tables = plans.map(
      remembered(({ topology, groups }) => tableLayout(topology, groups, iterations, plans.length), topologyIn),
    );
    const asked = task && new Set(askedColumns(first.topology, first.columns, task.blank, iterations));
    const kept = keptIterations(first.topology, iterations);
    const traces = plans.map((plan) => train(plan.topology, plan.learningRate, iterations, plan.quantities, kept));
    const calculator = remembered((plan: RunPlan) => calculatorOf(plan.topology), topologyIn);
    const exercise = asked && { asked, answers: task.answers === true, learner: task.learner };
    const book = openBook(
      network,
      plans.map(({ name, topology, columns, quantities }, k) => {
        const trace = traces[k] as Trace;
        return {
          name,
          topology,
          table: tables[k] as TableLayout,
          calculator: calculator(plans[k] as RunPlan),
          // What is not there yet, nothing can be computed from.
          trace:
            exercise === undefined || exercise.answers
              ? trace
              : blankTrace(topology, trace, columns, exercise.asked, kept),
          // An exercise has no Cross-check.
          rounding:
            exercise === undefined
              ? decidedByRounding(topology, trace, comparedIterations(iterations), quantities)
              : undefined,
        };
      }),
      options.source ?? sourceOf(network),
    );
    const makers = sheetMakers(book, exercise && exerciseTabs(exercise)).map((make) => () => {
      const sheet = make();
      see(sheet);
      return sheet;
    });
    // Loaded only here: exceljs takes longer to load than all the rest.
    const { openPackage } = await import('../xlsx/exceljs.ts');
    const bytes = closing(assemble(makers, openPackage(network.title), rows, writer), rows.close);
    return {
      errorName: comparedError(plans),
      runs: plans.map((plan, k) => summaryOf(plan, traces[k] as Trace)),
      asked: [...(asked ?? [])],
      bytes,
      book,
    };
  } catch (error) {
    await rows.close();
    throw error;
  }
}

/** Runs that differ in the learning rate alone share all that follows from this. */
const topologyIn = ({ topology }: RunPlan): Topology => topology;

async function* closing<T>(items: AsyncIterable<T>, close: () => Promise<void>): AsyncGenerator<T> {
  try {
    yield* items;
  } finally {
    await close();
  }
}
