import type { Column } from '../../model/column.ts';
import { columnsOf } from '../../model/quantities.ts';
import type { Formula } from '../../sheet/cell.ts';
import type { SheetBody } from '../../sheet/sheet.ts';
import type { Trace } from '../../training/trace.ts';
import type { Book } from '../book.ts';
import { calledIn } from '../called.ts';
import { words } from '../words.ts';
import { emptyCell } from './empty.ts';
import { exerciseWords } from './words.ts';

/** What a workbook asks the learner to fill in. */
export interface Exercise {
  /** The names of the columns that are asked for. */
  readonly asked: ReadonlySet<string>;
  /** Whether this is the teacher's copy, with the columns filled in. */
  readonly answers: boolean;
  /** Whose exercise it is, where it is one's own. */
  readonly learner?: string | undefined;
}

/** What the sheets of an exercise are made of. */
export interface ExerciseBook extends Book {
  readonly exercise: Exercise;
}

/** Makes a finished sheet one of an exercise: takes away what is asked for, and adds what judges it. */
export type Overlay = (sheet: SheetBody, book: ExerciseBook, position: number) => SheetBody;

/** Whether a column is asked for. */
export const isAsked = ({ exercise }: Pick<ExerciseBook, 'exercise'>, name: string): boolean =>
  exercise.asked.has(name);

/** Whether the column's cells stand empty. */
export const isEmpty = ({ exercise }: Pick<ExerciseBook, 'exercise'>, name: string): boolean =>
  !exercise.answers && exercise.asked.has(name);

/** Whether the cell of an iteration stands empty: the first weights are given. */
export const isEmptyIn = (book: ExerciseBook, name: string, iteration: number): boolean =>
  isEmpty(book, name) && !(iteration === 1 && book.table.isLearned(name));

/** The columns that are asked for, in the order of the table. */
export const askedOf = ({ exercise, table }: Pick<ExerciseBook, 'exercise' | 'table'>): readonly Column[] =>
  columnsOf(table.groups).filter(({ name }) => exercise.asked.has(name));

/** The first iteration that is asked for: the first weights are given. */
export const firstAsked = ({ rule }: Column): number => (rule.kind === 'learned' ? 2 : 1);

/** The first cell to fill in on the sheet of a learning rate. */
export function firstBlank(book: ExerciseBook): string {
  const [column] = askedOf(book);
  return column === undefined ? 'A1' : book.table.cell(column.name, firstAsked(column));
}

/** Chain factors are a help on the way: a learner may write a gradient in one go. Only gradients count for the score. */
export const isScored = ({ role }: Column): boolean => role !== 'factor';

/** The columns that count; all, where nothing but factors is asked for. */
export function scoredColumns(columns: readonly Column[]): readonly Column[] {
  const own = columns.filter(isScored);
  return own.length === 0 ? columns : own;
}

/** A text about the error of runs: it waits until everything that counts is filled in for each of them. */
export function onceFilled(
  { table, exercise }: ExerciseBook,
  traces: readonly Trace[],
  text: Formula,
  waiting: string = exerciseWords.status.notYet,
): Formula {
  const empty = traces.map(({ learningRate }) => emptyCell(table, learningRate)).join('+');
  return {
    ...text,
    formula: `IF(${empty}>0,"${waiting}",${text.formula})`,
    value: exercise.answers ? text.value : waiting,
  };
}

/** The heading of a chart that compares runs: until these can be told, it says why the chart is empty. */
export const headingOnceFilled = (book: ExerciseBook, heading: Formula): Formula =>
  onceFilled(book, book.traces, heading, exerciseWords.notDrawn(words.charts.rates.title(book.error, calledIn(book))));
