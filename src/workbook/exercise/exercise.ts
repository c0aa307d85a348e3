import type { Column } from '../../model/column.ts';
import { columnsOf } from '../../model/quantities.ts';
import type { Formula } from '../../sheet/cell.ts';
import type { Trace } from '../../training/trace.ts';
import type { TableLayout } from '../layout.ts';
import { exerciseWords } from './words.ts';

/** What a workbook asks the learner to fill in. */
export interface Exercise {
  /** The names of the columns that are asked for. */
  readonly asked: ReadonlySet<string>;
  /** Whether this is the teacher's copy, with the columns filled in. */
  readonly answers: boolean;
}

/** What may hold an exercise. */
interface MayAsk {
  readonly exercise?: Exercise;
}

/** Whether a column is asked for. */
export const isAsked = ({ exercise }: MayAsk, name: string): boolean => exercise?.asked.has(name) ?? false;

/** Whether the column's cells stand empty. */
export const isEmpty = ({ exercise }: MayAsk, name: string): boolean =>
  exercise !== undefined && !exercise.answers && exercise.asked.has(name);

/** The columns that are asked for, in the order of the table. */
export const askedOf = ({ exercise, table }: MayAsk & { readonly table: TableLayout }): readonly Column[] =>
  columnsOf(table.groups).filter(({ name }) => exercise?.asked.has(name));

/** The first iteration that is asked for: the first weights are given. */
export const firstAsked = ({ rule }: Column): number => (rule.kind === 'learned' ? 2 : 1);

/** Chain factors are a help on the way: a learner may write a gradient in one go. Only gradients count for the score. */
export const counts = ({ role }: Column): boolean => role !== 'factor';

/** How many of the columns count; all, where nothing but factors is asked for. */
export function counted(columns: readonly Column[]): readonly Column[] {
  const own = columns.filter(counts);
  return own.length === 0 ? columns : own;
}

/** A text about the error of runs: in an exercise that asks for the error, it waits until the last row of each is filled in. */
export function onceFilled(
  book: MayAsk & { readonly table: TableLayout },
  traces: readonly Trace[],
  text: Formula,
): Formula {
  const { curve } = traces[0] ?? { curve: '' };
  if (!isAsked(book, curve)) return text;
  const empty = traces.map(({ learningRate }) => `COUNTBLANK(${book.table.range(curve, learningRate)})`).join('+');
  const waiting = exerciseWords.status.notYet;
  return {
    formula: `IF(${empty}>0,"${waiting}",${text.formula})`,
    value: book.exercise?.answers ? text.value : waiting,
  };
}
