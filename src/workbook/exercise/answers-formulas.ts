import { onSheet, relative } from '../../sheet/address.ts';
import { traceOf } from '../book.ts';
import { rowFormula } from '../iterations/rows.ts';
import { rateSheet } from '../layout.ts';
import { type AnswerColumns, askedBefore, type Source } from './answers-layout.ts';
import type { ExerciseBook } from './exercise.ts';

/** Arguments that COUNTA takes at most. */
const MOST_ARGUMENTS = 255;

/**
 * How far a right number may be off for its size, so that what Steps or `explain` prints counts. A weight is much larger than the step that
 * made it, so that a wrong step changes it by less than another wrong number: 7e-5 in the class network. The floor is what is left of numbers
 * of size 1 that cancel each other. `check` has the same for numbers that were typed.
 */
const RELATIVE = { weight: '0.000005', other: '0.0001' } as const;
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

/**
 * 0: not yet, 1: right, 2: wrong, 3: an error where the answer is one too, which can be called neither; #N/A means that there is no answer
 * yet.
 */
export function verdictFormula(book: ExerciseBook, position: number, columns: AnswerColumns, k: number): string {
  const { table } = book;
  const learner = `${learnerSheet(book, position)}${table.cell(columns.column.name, k)}`;
  const answers = [columns.own, ...(columns.answers === undefined ? [] : [columns.answers])].map((at) =>
    relative(table.row(k), at),
  );
  const share = columns.column.rule.kind === 'learned' ? RELATIVE.weight : RELATIVE.other;
  const fits = (answer: string): string =>
    `IF(ISNUMBER(${answer}),IF(ISNUMBER(${learner}),ABS(${learner}-${answer})<=` +
    `MAX(${share}*ABS(${answer}),${FLOOR}),FALSE),FALSE)`;
  const all = (test: string): string => {
    const tests = answers.map((answer) => `${test}(${answer})`);
    return tests.length === 1 ? (tests[0] ?? '') : `AND(${tests.join(',')})`;
  };
  const otherwise = `IF(${all('ISNA')},0,IF(${all('ISERROR')},IF(ISERROR(${learner}),3,2),2))`;
  const judged = answers.reduceRight((rest, answer) => `IF(${fits(answer)},1,${rest})`, otherwise);
  return `IF(ISBLANK(${learner}),0,${judged})`;
}
