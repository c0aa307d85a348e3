import { absolute, onSheet } from '../../sheet/address.ts';
import { live } from '../numbers/live.ts';
import { answersLayout, answersSheetName, STATE_ROW } from './answers-layout.ts';
import type { ExerciseBook } from './exercise.ts';
import { guideColumns, guideRow, guideSheetName } from './guide-layout.ts';

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
