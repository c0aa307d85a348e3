import { onSheet, relative } from '../../sheet/address.ts';
import { traceOf } from '../book.ts';
import { rowFormula } from '../iterations/rows.ts';
import { rateSheet } from '../layout.ts';
import { type AnswerColumns, askedBefore, type Source } from './answers-layout.ts';
import type { ExerciseBook } from './exercise.ts';

/** Arguments that COUNTA takes at most. */
const MOST_ARGUMENTS = 255;

/** How far a right number may be off for its size, and what is left of numbers of size 1 that cancel each other; as `check` has it. */
const RELATIVE = '0.000001';
const FLOOR = '0.0000000000001';

/** The sheet of the learner as formulas name it. */
export const learnerSheet = (book: ExerciseBook, position: number): string =>
  onSheet(rateSheet(traceOf(book, position).learningRate), '');

/**
 * What a cell of the learner has to be: by the right rule from the learner's own cells, so that one mistake gets one ✗; #N/A while a cell
 * that it is computed from is still empty. Errors go through, as in the learner's own cells.
 */
export function answerFormula(
  book: ExerciseBook,
  layout: readonly AnswerColumns[],
  position: number,
  { column }: AnswerColumns,
  source: Source,
  k: number,
): string {
  const { table } = book;
  const sheet = learnerSheet(book, position);
  const answers = new Map(layout.map((each) => [each.column.name, each]));
  const cellOf = (name: string, iteration: number): string => {
    const found = source === 'answers' ? answers.get(name) : undefined;
    return found?.column.role === 'factor'
      ? relative(table.row(iteration), found.answers ?? found.own)
      : `${sheet}${table.cell(name, iteration)}`;
  };
  const formula = rowFormula(column, table, k, sheet, cellOf);
  const needed = askedBefore(book, column).flatMap(({ name, row }) => {
    const answered = source === 'answers' && answers.get(name)?.column.role === 'factor';
    return k + row < 1 || answered ? [] : [`${sheet}${table.cell(name, k + row)}`];
  });
  if (needed.length === 0) return formula;
  const groups = Array.from({ length: Math.ceil(needed.length / MOST_ARGUMENTS) }, (_, g) =>
    needed.slice(g * MOST_ARGUMENTS, (g + 1) * MOST_ARGUMENTS),
  );
  const filled = groups.map((cells) => `COUNTA(${cells.join(',')})`).join('+');
  return `IF(${filled}<${needed.length},NA(),${formula})`;
}

/** 0: not yet, 1: right, 2: wrong. An error is right where the answer is an error; #N/A means that there is no answer yet. */
export function verdictFormula(book: ExerciseBook, position: number, columns: AnswerColumns, k: number): string {
  const { table } = book;
  const learner = `${learnerSheet(book, position)}${table.cell(columns.column.name, k)}`;
  const answers = [columns.own, ...(columns.answers === undefined ? [] : [columns.answers])].map((at) =>
    relative(table.row(k), at),
  );
  const fits = (answer: string): string =>
    `IF(ISERROR(${answer}),IF(ISNA(${answer}),FALSE,ISERROR(${learner})),` +
    `IF(ISNUMBER(${learner}),ABS(${learner}-${answer})<=` +
    `MAX(${RELATIVE}*ABS(${answer}),${FLOOR}),FALSE))`;
  const none = answers.map((answer) => `ISNA(${answer})`);
  const otherwise = `IF(${none.length === 1 ? none[0] : `AND(${none.join(',')})`},0,2)`;
  const judged = answers.reduceRight((rest, answer) => `IF(${fits(answer)},1,${rest})`, otherwise);
  return `IF(ISBLANK(${learner}),0,${judged})`;
}
