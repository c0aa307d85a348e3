import { evaluate } from '../../expression/evaluate.ts';
import { type Column, ruleFormula } from '../../model/column.ts';
import { type Readable, readRule } from '../../model/read-rule.ts';
import { NOT_AVAILABLE } from '../../training/cell-error.ts';
import { traceOf } from '../book.ts';
import { type AnswerColumns, askedBefore } from './answers-layout.ts';
import type { ExerciseBook } from './exercise.ts';
import { firstAsked } from './exercise.ts';

/**
 * What the cells of a sheet of answers show when the workbook is opened: as far as nothing is missing, the answers, and that nothing is
 * there yet; in the teacher's copy that all is right. NaN stands for cells that hold nothing.
 *
 * @param k the iteration, counted from 1
 * @returns the iteration, then the columns of the layout in order
 */
export function answerValues(
  book: ExerciseBook,
  layout: readonly AnswerColumns[],
  position: number,
  k: number,
): Float64Array {
  const { table, exercise } = book;
  const trace = traceOf(book, position);
  const above = k > 1 ? trace.row(k - 1).slice() : new Float64Array(table.lastColumn);
  const row = trace.row(k);
  const inRun = (name: string, at: number): number => (at === k ? row : above)[table.column(name) - 2] ?? Number.NaN;
  const values = new Float64Array((layout.at(-1)?.verdict ?? 1) + 1).fill(Number.NaN);
  values[0] = k;
  const answers = new Map<string, number>();
  for (const { column, own, answers: second, verdict } of layout) {
    if (k < firstAsked(column)) continue;
    const missing = exercise.answers
      ? []
      : askedBefore(book, column).filter(
          (each) => k + each.row >= 1 && !(k + each.row === 1 && table.isLearned(each.name)),
        );
    const from = (quantity: Readable<number>['quantity']): number => {
      if (exercise.answers) return inRun(column.name, k);
      const formula = ruleFormula(column.rule);
      const numbers = {
        quantity,
        iteration: (at: number) => at,
        learningRate: trace.learningRate,
        givenRate: table.givenRate,
        first: 1,
        before: 0,
      };
      return formula === undefined ? Number.NaN : evaluate(formula, readRule(column.rule, k, numbers));
    };
    const first = missing.length > 0 ? NOT_AVAILABLE : from(inRun);
    const known = missing.every(({ name }) => Number.isFinite(answers.get(name) ?? Number.NaN));
    const whole = known
      ? from((name, at) => (at === k ? answers.get(name) : undefined) ?? inRun(name, at))
      : NOT_AVAILABLE;
    values[own - 1] = first;
    if (second !== undefined) values[second - 1] = whole;
    values[verdict - 1] = !exercise.answers ? 0 : Number.isFinite(first) ? 1 : 3;
    if (isFactor(column)) answers.set(column.name, second === undefined ? first : whole);
  }
  return values;
}

const isFactor = ({ role }: Column): boolean => role === 'factor';
