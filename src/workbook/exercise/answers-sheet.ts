import { partTellerOf } from '../../model/asked.ts';
import { absolute, relative } from '../../sheet/address.ts';
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
export const verdicts = ({ table }: ExerciseBook, { column, verdict }: AnswerColumns): string =>
  `${absolute(table.row(firstAsked(column)), verdict)}:${absolute(table.lastRow, verdict)}`;

export const judgedCells = ({ table }: ExerciseBook, { column }: AnswerColumns): number =>
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
    const state = `IF(COUNTIF(${range},2)>0,2,IF(${judged}=${judgedCells(book, each)},1,0))`;
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
