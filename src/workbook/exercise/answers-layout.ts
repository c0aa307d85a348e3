import { symbolsIn } from '../../expression/symbols.ts';
import { type Column, oldName } from '../../model/column.ts';
import type { ExerciseBook } from './exercise.ts';
import { askedOf, isAsked } from './exercise.ts';

/** The sheet with the answers of a learning rate, by its position counted from 0. Its rows are those of the learning rate's sheet. */
export const answersSheetName = (position: number): string => `Answers ${position + 1}`;

/** What an answer is computed from. */
export type Source =
  /** The learner's own cells. */
  | 'own'
  /** The same, but with the answers in the place of the learner's chain factors: for those who write a gradient in one go. */
  | 'answers';

/** Where the answers of a column stand. */
export interface AnswerColumns {
  readonly column: Column;
  /** Positions counted from 1; there is no second answer where no chain factor goes in. */
  readonly own: number;
  readonly answers: number | undefined;
  /** 0: not yet, 1: right, 2: wrong. */
  readonly verdict: number;
}

/** The columns that a column is computed from and that are asked for, with the row that they stand in: 0 the same, −1 the one above. */
export function askedBefore(
  book: ExerciseBook,
  column: Column,
): readonly { readonly name: string; readonly row: 0 | -1 }[] {
  const { rule, name } = column;
  const formula = rule.kind === 'learned' ? rule.update : 'formula' in rule ? rule.formula : undefined;
  if (formula === undefined) return [];
  const row = rule.kind === 'learned' ? -1 : 0;
  return [...new Set(symbolsIn(formula))].flatMap((symbol) => {
    if (symbol === oldName(name)) return [{ name, row: -1 } as const];
    return isAsked(book, symbol) ? [{ name: symbol, row } as const] : [];
  });
}

/** Lays the answers out in the order of the table, behind the iteration. */
export function answersLayout(book: ExerciseBook): readonly AnswerColumns[] {
  const factors = new Set(askedOf(book).flatMap(({ role, name }) => (role === 'factor' ? [name] : [])));
  let at = 1;
  return askedOf(book).map((column) => {
    const hasFactors =
      column.rule.kind === 'computed' && askedBefore(book, column).some(({ name }) => factors.has(name));
    return { column, own: ++at, answers: hasFactors ? ++at : undefined, verdict: ++at };
  });
}
