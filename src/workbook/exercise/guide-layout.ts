import type { Column } from '../../model/column.ts';
import type { LikelySlip } from '../../model/likely-slips.ts';
import { likelySlips } from '../../model/likely-slips.ts';
import { mistakenNames } from '../../model/mistaken.ts';
import { columnsOf } from '../../model/quantities.ts';
import { onSheet, relative } from '../../sheet/address.ts';
import { type AnswerColumns, answersLayout } from './answers-layout.ts';
import { askedOf, type ExerciseBook } from './exercise.ts';

/** The sheet with the hints and likely slips of a learning rate, by its position counted from 0. */
export const guideSheetName = (position: number): string => `Hints ${position + 1}`;

/** Columns of the rows that stand for the columns of the exercise. */
export const guideColumns = {
  name: 1,
  /** The three hints, in this column and the two after it. */
  hints: 2,
  /** How many hints were asked for, and the one that is shown. */
  asked: 5,
  hint: 6,
  /** The first iteration that is wrong, 0 where none is; the learner's number there. */
  wrong: 7,
  learner: 8,
  /** How near the nearest slip comes, for its size; what it is; and what the learner reads of it. */
  nearest: 9,
  slip: 10,
  message: 11,
  /** Which line the hint takes, and which the slip: hints first. How many of each there are up to here. */
  hintLine: 12,
  slipLine: 13,
  hintsSoFar: 14,
  slipsSoFar: 15,
  /** 1 where the column is earned on this sheet; and 1 where it is on this one or one before. */
  earned: 16,
  everEarned: 17,
} as const;

/** Columns of the rows that stand for slips. */
export const slipColumns = { name: 1, words: 2, distance: 3 } as const;

/** Columns of the rows that stand for the numbers that slips are made of. */
export const numberColumns = { name: 1, value: 2 } as const;

/** The row that names the columns. */
export const GUIDE_HEAD = 5;

/** The row of a learning rate's sheet in which hints are asked for, above what judges the columns. */
export const HINT_ROW = 9;

/** A column of the exercise with what helps with it. */
export interface Guided extends AnswerColumns {
  /** Its row, counted from 1. */
  readonly row: number;
  readonly slips: readonly LikelySlip[];
  /** The row of its first slip. */
  readonly firstSlip: number;
}

/** Slips of a sheet, at most: each is a formula. */
const MOST_SLIPS = 1600;
const MOST_EACH = 70;
const FEWEST_EACH = 4;

/** The row of a column of the exercise. */
export const guideRow = ({ place }: Pick<AnswerColumns, 'place'>): number => GUIDE_HEAD + 1 + place;

/** Lays the sheet out: a row for each column that is asked for, below them the slips. It is the same for all learning rates. */
export function guideLayout(book: ExerciseBook): readonly Guided[] {
  const layout = answersLayout(book);
  const columns = columnsOf(book.table.groups);
  const skipped = new Map(
    askedOf(book).flatMap((column) => (isSkipped(column) ? [[column.name, column] as const] : [])),
  );
  const mistaken = mistakenNames(book.topology, columns);
  const each = Math.min(MOST_EACH, Math.floor(MOST_SLIPS / layout.length));
  const most = each < FEWEST_EACH ? 0 : each;
  let next = GUIDE_HEAD + layout.length + 3;
  return layout.map((answer): Guided => {
    const slips = most === 0 ? [] : likelySlips(answer.column, mistaken, (name) => skipped.get(name), most);
    const firstSlip = next;
    next += slips.length;
    return { ...answer, row: guideRow(answer), slips, firstSlip };
  });
}

/** Whether a learner may skip the column, who writes a gradient in one go. */
const isSkipped = ({ role, rule }: Column): boolean => role === 'factor' && rule.kind === 'computed';

/** A cell of the row of a column, as another sheet reads it. */
export const guideCell = (position: number, row: number, column: keyof typeof guideColumns): string =>
  onSheet(guideSheetName(position), relative(row, guideColumns[column]));
