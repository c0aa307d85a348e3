import { absolute, onSheet } from '../../sheet/address.ts';
import type { Formula } from '../../sheet/cell.ts';
import { traceOf } from '../book.ts';
import { live } from '../numbers/live.ts';
import { type AnswerColumns, answersLayout, answersSheetName, STATE_ROW } from './answers-layout.ts';
import { judgedCells, verdicts } from './answers-sheet.ts';
import { type ExerciseBook, firstAsked } from './exercise.ts';
import { guideCell, guideColumns, guideRow, guideSheetName } from './guide-layout.ts';
import { exerciseWords } from './words.ts';

/** The status of a column, in words and signs, as the learner sees it above the column. */
export function statusCell(book: ExerciseBook, position: number, each: AnswerColumns): Formula {
  const { status } = exerciseWords;
  const sheet = answersSheetName(position);
  const range = onSheet(sheet, verdicts(book, each));
  const all = judgedCells(book, each);
  const above = book.table.row(firstAsked(each.column)) - 1;
  const [right, errors] = [1, 3].map((verdict) => `COUNTIF(${range},${verdict})`);
  const inOneGo =
    each.column.role === 'factor' ? `IF(${guideCell(position, guideRow(each), 'earned')}=1,"${status.inOneGo}",` : '';
  const formula =
    `IF(COUNTIF(${range},2)>0,"${status.wrong}"&(MATCH(2,${range},0)+${above}),` +
    `IF(${right}=${all},"${status.right}",` +
    `IF(${right}+${errors}=${all},"${status.noNumber}"&(MATCH(3,${range},0)+${above}),${inOneGo}` +
    `IF(${right}=0,"${status.notYet}","… "&${right}&" of ${all}"))))${inOneGo === '' ? '' : ')'}`;
  if (!book.exercise.answers) return live(formula, status.notYet);
  const failing = firstError(book, position, each);
  return live(formula, failing === undefined ? status.right : `${status.noNumber}${failing}`);
}

/** The row of the first answer that is an error; undefined where all are numbers. An error, once it comes, stays. */
function firstError({ table, ...book }: ExerciseBook, position: number, { column }: AnswerColumns): number | undefined {
  const trace = traceOf(book, position);
  const at = table.column(column.name) - 2;
  if (Number.isFinite(trace.row(table.iterations)[at])) return undefined;
  const found = trace
    .series(column.name)
    .findIndex((value, k) => k + 1 >= firstAsked(column) && !Number.isFinite(value));
  return table.row(found + 1);
}

/** How many columns of a learning rate are earned, how many are wrong, and how many there are. */
export function scoreOf(book: ExerciseBook, position: number) {
  const layout = answersLayout(book);
  const last = layout.at(-1)?.verdict ?? 1;
  const states = onSheet(answersSheetName(position), `${absolute(STATE_ROW, 2)}:${absolute(STATE_ROW, last)}`);
  const all = layout.length;
  return {
    all,
    right: live(guideSum(book, position, 'earned'), book.exercise.answers ? all : 0),
    wrong: live(`COUNTIF(${states},2)`, 0),
  };
}

/** The columns that are earned on the sheet of a learning rate; or there or on one before, so that none is counted twice. */
export function guideSum(book: ExerciseBook, position: number, of: 'earned' | 'everEarned'): string {
  const rows = answersLayout(book).map(guideRow);
  const at = (row: number | undefined): string => absolute(row ?? 1, guideColumns[of]);
  return `SUM(${onSheet(guideSheetName(position), `${at(rows[0])}:${at(rows.at(-1))}`)})`;
}
