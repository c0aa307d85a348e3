import { partTellerOf } from '../../model/asked.ts';
import { absolute, onSheet, relative } from '../../sheet/address.ts';
import type { Formula } from '../../sheet/cell.ts';
import { isFormula } from '../../sheet/cell.ts';
import { SheetDraft } from '../../sheet/draft.ts';
import { look } from '../../sheet/look.ts';
import type { SheetBody } from '../../sheet/sheet.ts';
import { traceOf } from '../book.ts';
import { CELL_BYTES, checkAnswers } from '../iterations/limits.ts';
import { rateSheet } from '../layout.ts';
import { colors, shades, tabColors } from '../look/palette.ts';
import { formats, iterationStyle, styles } from '../look/style.ts';
import { CELL_PADDING, textWidth } from '../look/text-width.ts';
import { live } from '../numbers/live.ts';
import type { Tab } from '../tab.ts';
import { answerFormula, verdictFormula } from './answers-formulas.ts';
import { type AnswerColumns, answersLayout, answersSheetName, COUNTS_ROW, STATE_ROW } from './answers-layout.ts';
import { answerValues } from './answers-values.ts';
import type { Exercise, ExerciseBook } from './exercise.ts';
import { firstAsked, scoredColumns } from './exercise.ts';
import { guideCell, guideColumns, guideRow, guideSheetName } from './guide-layout.ts';
import { printAnswers } from './print.ts';
import { givenTexts } from './record.ts';
import { exerciseWords } from './words.ts';

/**
 * Rows above the answers: whose they are, the values that the exercise was made with, the parts of columns; below {@link COUNTS_ROW} and
 * {@link STATE_ROW}, the name of each column, and what its numbers come from.
 */
const LEARNER_ROW = 7;
const GIVEN_ROW = 8;
const PART_ROW = 9;
const NAME_ROW = 12;
const SOURCE_ROW = 13;

/** Rows that are written out; the last of them is the pattern that is filled down. */
const WRITTEN = 2;

const LEAST_WIDTH = 92;

/** The sheets of answers, which only an exercise has. */
export const answersTab = (exercise: Exercise): Tab => ({
  sheets: ({ traces }) => traces.map((_, position) => ({ name: answersSheetName(position), color: tabColors.check })),
  print: (sheet, book, position) => printAnswers(sheet, { ...book, exercise }, position),
  build: (book, position) => answersSheet({ ...book, exercise }, position),
});

/** The sheet with the answers of a learning rate, which only the teacher's copy shows. */
function answersSheet(book: ExerciseBook, position: number): SheetBody {
  const { table, exercise } = book;
  const layout = answersLayout(book);
  const sheet = new SheetDraft({ selected: relative(table.firstRow, 2) });
  sheet.setWidths(widthsOf(layout));
  const { learningRate } = traceOf(book, position);
  sheet.put(1, 1, exerciseWords.answers.title(rateSheet(learningRate)), styles.tableTitle);
  for (const [k, line] of exerciseWords.answers.notes.entries()) sheet.put(3 + k, 1, line, styles.subtitle);
  if (exercise.learner !== undefined)
    sheet.put(LEARNER_ROW, 1, exerciseWords.answers.learner(exercise.learner), styles.subtitle);
  for (const [k, values] of givenTexts(book.topology, learningRate).entries())
    sheet.put(GIVEN_ROW, 1 + k, exerciseWords.answers.given(values), styles.subtitle);
  sheet.put(PART_ROW, 1, exerciseWords.answers.part, label);
  sheet.put(COUNTS_ROW, 1, exerciseWords.answers.counts, label);
  sheet.put(STATE_ROW, 1, exerciseWords.answers.state, label);
  writeHead(sheet, book, layout);
  const rows = Math.min(table.iterations, WRITTEN);
  for (let k = 1; k <= rows; k++) writeRow(sheet, book, layout, position, k);
  checkAnswers(rowBytes(sheet, table.row(rows)), table.iterations);
  return sheet.finish({
    hidden: !exercise.answers,
    fillDown: {
      rows: table.iterations - rows,
      values: (k) => answerValues(book, layout, position, rows + 1 + k),
    },
  });
}

/** The widths of all columns: a name is not to run into the next one. */
function widthsOf(layout: readonly AnswerColumns[]): readonly number[] {
  const { name, source } = exerciseWords.answers;
  return [
    LEAST_WIDTH,
    ...layout.flatMap(({ column, answers }) =>
      (answers === undefined ? (['own', 'verdict'] as const) : (['own', 'answers', 'verdict'] as const)).map((kind) => {
        const texts = [textWidth(name(column.name), { size: 10, bold: true }), textWidth(source[kind], { size: 9 })];
        return Math.max(LEAST_WIDTH, Math.ceil(Math.max(...texts)) + 2 * CELL_PADDING);
      }),
    ),
  ];
}

const label = look({ size: 9, color: colors.muted });
const centred = look({ size: 9, color: colors.muted, align: 'center' });
const number = look({ color: colors.otherSheet, align: 'center', format: formats.ten });
const verdictLook = look({ bold: true, align: 'center', format: formats.count });

/** What a row takes in the file: formulas that read another sheet cannot be shared, and stand there in full. */
function rowBytes(sheet: SheetDraft, row: number): number {
  const filled = sheet.row(row).filter(({ content }) => content !== null);
  return filled.reduce((sum, { content }) => sum + CELL_BYTES + (isFormula(content) ? content.formula.length : 0), 0);
}

/** The cells of a column's verdicts. */
const verdicts = ({ table }: ExerciseBook, { column, verdict }: AnswerColumns): string =>
  `${absolute(table.row(firstAsked(column)), verdict)}:${absolute(table.lastRow, verdict)}`;

const cellsOf = ({ table }: ExerciseBook, { column }: AnswerColumns): number =>
  table.iterations - firstAsked(column) + 1;

function writeHead(sheet: SheetDraft, book: ExerciseBook, layout: readonly AnswerColumns[]): void {
  const scored = new Set(scoredColumns(layout.map(({ column }) => column)));
  const partOf = partTellerOf(book.topology);
  const full = book.exercise.answers ? 1 : 0;
  for (const each of layout) {
    const { column, own, answers, verdict } = each;
    const { tint, strong } = shades[column.role];
    const head = look({ bold: true, align: 'center', fill: tint, color: strong });
    // Not a bare name: nothing is to take this for the table of a network.
    const columns = [
      [own, 'own'],
      [answers, 'answers'],
      [verdict, 'verdict'],
    ] as const;
    for (const [at, source] of columns) {
      if (at === undefined) continue;
      sheet.put(NAME_ROW, at, exerciseWords.answers.name(column.name), head);
      sheet.put(SOURCE_ROW, at, exerciseWords.answers.source[source], centred);
    }
    const range = verdicts(book, each);
    const judged = `COUNTIF(${range},1)+COUNTIF(${range},3)`;
    const state = `IF(COUNTIF(${range},2)>0,2,IF(${judged}=${cellsOf(book, each)},1,0))`;
    sheet.put(PART_ROW, verdict, partOf(column) ?? '', centred);
    sheet.put(COUNTS_ROW, verdict, scored.has(column) ? 1 : 0, centred);
    sheet.put(STATE_ROW, verdict, live(state, full), verdictLook);
  }
}

function writeRow(
  sheet: SheetDraft,
  book: ExerciseBook,
  layout: readonly AnswerColumns[],
  position: number,
  k: number,
): void {
  const row = book.table.row(k);
  const below = book.table.lastRow - row;
  const values = answerValues(book, layout, position, k);
  sheet.put(row, 1, k === 1 ? 1 : live(`${relative(row - 1, 1)}+1`, k), iterationStyle);
  for (const each of layout) {
    const { own, answers, verdict, column } = each;
    const filled = k >= firstAsked(column);
    const cell = (at: number, formula: () => string) =>
      filled ? live(formula(), values[at - 1] as number, below) : null;
    sheet.put(
      row,
      own,
      cell(own, () => answerFormula(book, layout, position, each, 'own', k)),
      number,
    );
    if (answers !== undefined)
      sheet.put(
        row,
        answers,
        cell(answers, () => answerFormula(book, layout, position, each, 'answers', k)),
        number,
      );
    const judged = cell(verdict, () => verdictFormula(book, position, each, k));
    sheet.put(row, verdict, judged, verdictLook);
  }
}

/** The status of a column, in words and signs, as the learner sees it above the column. */
export function statusCell(book: ExerciseBook, position: number, each: AnswerColumns): Formula {
  const { status } = exerciseWords;
  const sheet = answersSheetName(position);
  const range = onSheet(sheet, verdicts(book, each));
  const all = cellsOf(book, each);
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
