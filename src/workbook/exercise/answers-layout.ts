import { distinctSymbols } from '../../expression/symbols.ts';
import { type Column, ruleFormula } from '../../model/column.ts';
import { type Readable, readRule } from '../../model/read-rule.ts';
import type { TableLayout } from '../layout.ts';
import type { ExerciseBook } from './exercise.ts';
import { askedOf, isAsked } from './exercise.ts';

/** The sheet with the answers of a learning rate, by its position counted from 0. Its rows are those of the learning rate's sheet. */
export const answersSheetName = (position: number): string => `Answers ${position + 1}`;

/** The first row of the head above the answers: which columns have to be filled in. Chain factors may be left out. */
export const COUNTS_ROW = 10;
/** What became of each column: 0 not yet, 1 right, 2 wrong. */
export const STATE_ROW = 11;

/** What an answer is computed from. */
export type Source =
  /** The learner's own cells. */
  | 'own'
  /** The same, but with the answers in the place of the learner's chain factors: for those who write a gradient in one go. */
  | 'answers';

/** Where the answers of a column stand. */
export interface AnswerColumns {
  readonly column: Column;
  /** Its place among the columns that are asked for, counted from 0. */
  readonly place: number;
  /** Positions counted from 1; there is no second answer where no chain factor goes in. */
  readonly own: number;
  readonly answers: number | undefined;
  /** 0: not yet, 1: right, 2: wrong, 3: an error where the answer is one too. */
  readonly verdict: number;
}

/** A column, and which of its rows: 0 the same, −1 the one above. */
interface Place {
  readonly name: string;
  readonly row: number;
}

/** Where formulas read from; rows are counted from their own. */
const placesOf = ({ givenRate }: TableLayout): Readable<Place | undefined> => ({
  quantity: (name, row) => ({ name, row }),
  iteration: () => undefined,
  learningRate: undefined,
  givenRate,
  first: Number.NEGATIVE_INFINITY,
  before: undefined,
});

/** The columns that a column is computed from, with the row that they stand in. */
export function columnsBefore(table: TableLayout, { rule }: Column): readonly Place[] {
  const formula = ruleFormula(rule);
  const read = readRule(rule, 0, placesOf(table));
  return (formula === undefined ? [] : distinctSymbols(formula)).flatMap(({ name, row }) => read(name, row) ?? []);
}

/** Those of them that are asked for. */
export const askedBefore = (book: ExerciseBook, column: Column): readonly Place[] =>
  columnsBefore(book.table, column).filter(({ name }) => isAsked(book, name));

/** Lays the answers out in the order of the table, after the iteration. */
export function answersLayout(book: ExerciseBook): readonly AnswerColumns[] {
  const factors = new Set(askedOf(book).flatMap(({ role, name }) => (role === 'factor' ? [name] : [])));
  let at = 1;
  return askedOf(book).map((column, place) => {
    const hasFactors =
      column.rule.kind === 'computed' && askedBefore(book, column).some(({ name }) => factors.has(name));
    return { column, place, own: ++at, answers: hasFactors ? ++at : undefined, verdict: ++at };
  });
}
