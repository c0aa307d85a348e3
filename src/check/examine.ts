import { FIRST_RATE, LEARNING_RATE } from '../quantities/topology.ts';
import { type CheckedTable, checkBook } from './checked-book.ts';
import { type ExerciseRecord, exerciseIn } from './exercise.ts';
import { whyUnread } from './file/unreadable.ts';
import { readBook } from './file/workbook.ts';
import { type Finding, type Report, unjudged } from './finding.ts';
import { initialIn, otherValues } from './initial-values.ts';
import type { Judged } from './judge/table.ts';
import type { CheckOptions } from './options.ts';
import { ownWorkbook } from './own.ts';
import { type Print, printOf } from './print.ts';
import { type QuantityState, statesOf } from './quantities.ts';

/** A table as a hand-in has it. */
export interface ExaminedTable {
  readonly sheet: string;
  /** Undefined where none was found. */
  readonly learningRate: number | undefined;
  readonly iterations: number;
  /** Units of each layer, the inputs first. */
  readonly layers: readonly number[];
  /** Inputs, targets, weights and biases in the first iteration, by name. */
  readonly initial: Readonly<Record<string, number>>;
}

/** A hand-in: its report, and what a mark and a comparison with others need. Plain data, fit for another thread. */
export interface Examined {
  readonly report: Report;
  /** Whose exercise it is, by itself. */
  readonly learner: string | undefined;
  /** Whether it is an exercise of this program, whatever has become of it. */
  readonly isExercise: boolean;
  /** The values that the exercise was made with, as a text that is the same for the same values. */
  readonly madeWith: string | undefined;
  /** What was asked, and what became of it, sheet by sheet; none where nothing tells what was asked. */
  readonly quantities: readonly QuantityState[];
  readonly tables: readonly ExaminedTable[];
  readonly print: Print;
}

/** A workbook that was judged, with what its report rests on. */
interface Opened {
  readonly report: Report;
  readonly exercise: ExerciseRecord | undefined;
  readonly tables: readonly CheckedTable[];
}

/**
 * Judges a learner's workbook, see `checkWorkbook`.
 *
 * @returns never throws because of what the bytes hold
 */
export const reportOn = (bytes: Uint8Array, options: CheckOptions): Report => opened(bytes, options).report;

/**
 * Judges a learner's workbook, and tells what a mark and a comparison with others need besides.
 *
 * @param bytes of an .xlsx, .xlsm or .ods file
 * @returns never throws because of what the bytes hold, see `checkWorkbook`
 */
export function examineWorkbook(bytes: Uint8Array, options: CheckOptions = {}): Examined {
  const { report, exercise, tables } = opened(bytes, options);
  if (tables.length === 0) return examined(report, exercise, report.verdict === 'own' ? [] : untouched(exercise));
  return withTables(report, exercise, tables);
}

function opened(bytes: Uint8Array, options: CheckOptions): Opened {
  try {
    const book = readBook(bytes);
    const exercise = exerciseIn(book);
    const own = ownWorkbook(book);
    if (own !== undefined) return { report: own, exercise, tables: [] };
    const { report, tables } = checkBook(book, options);
    const notes: readonly Finding[] =
      exercise === undefined
        ? []
        : otherValues(
            exercise,
            tables.map(({ judged }) => judged),
          );
    return { report: { ...report, findings: [...report.findings, ...notes] }, exercise, tables };
  } catch (error) {
    return { report: unjudged(whyUnread(error)), exercise: undefined, tables: [] };
  }
}

const examined = (
  report: Report,
  exercise: ExerciseRecord | undefined,
  quantities: readonly QuantityState[],
): Examined => ({
  report,
  learner: exercise?.learner,
  isExercise: exercise !== undefined,
  madeWith: exercise === undefined ? undefined : textOf(exercise),
  quantities,
  tables: [],
  print: { numbers: undefined, formulas: undefined },
});

/** The values without the learning rates, which all sheets have in common. */
const textOf = ({ given }: ExerciseRecord): string =>
  [...([...given.values()][0] ?? [])]
    .flatMap(([name, value]) => (name === LEARNING_RATE || name === FIRST_RATE ? [] : `${name} = ${value}`))
    .join('; ');

/** Where no table was judged, nothing that was asked for is right. */
const untouched = (exercise: ExerciseRecord | undefined): readonly QuantityState[] =>
  (exercise?.asked ?? []).map(({ sheet, name, part, isEmpty }) => ({
    sheet,
    name,
    part,
    state: isEmpty ? 'empty' : 'not judged',
  }));

function withTables(report: Report, exercise: ExerciseRecord | undefined, tables: readonly CheckedTable[]): Examined {
  const states = tables.flatMap(({ judged, told }, table) =>
    statesOf(judged, told).map((each) => ({ ...each, table })),
  );
  const quantities = exercise === undefined ? states : askedOf(exercise, states);
  return {
    ...examined(report, exercise, quantities),
    tables: tables.map(({ judged }) => ({
      ...sizesOf(judged),
      initial: Object.fromEntries(initialIn(judged)),
    })),
    print: printOf(
      tables.map(({ judged }) => judged),
      new Set(quantities.map(({ sheet, name }) => `${sheet} ${name}`)),
    ),
  };
}

const sizesOf = ({ reading: { table, rate } }: Judged): Omit<ExaminedTable, 'initial'> => ({
  sheet: table.sheet,
  learningRate: rate?.value,
  iterations: table.iterations,
  layers: [table.topology.inputs.length, ...table.topology.layers.map(({ units }) => units.length)],
});

/** What became of what an exercise asks for. What is empty on a sheet without a table is so all the same. */
function askedOf({ asked }: ExerciseRecord, states: readonly QuantityState[]): readonly QuantityState[] {
  const known = new Map(states.map((each) => [`${each.sheet} ${each.name}`, each]));
  return asked.map(({ sheet, name, part, isEmpty }): QuantityState => {
    const own = known.get(`${sheet} ${name}`);
    const state = own?.state ?? (isEmpty ? 'empty' : 'not judged');
    return {
      sheet,
      name,
      part,
      state: isEmpty && state !== 'wrong' ? 'empty' : state,
      ...(own?.table === undefined ? {} : { table: own.table }),
    };
  });
}
