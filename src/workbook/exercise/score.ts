import { absolute, onSheet, relative } from '../../sheet/address.ts';
import type { SheetCell } from '../../sheet/cell.ts';
import { SheetDraft } from '../../sheet/draft.ts';
import { look } from '../../sheet/look.ts';
import { traceOf } from '../book.ts';
import { LEARNING_RATE_CELL, rateSheet } from '../layout.ts';
import { colors, ink } from '../look/palette.ts';
import { formats } from '../look/style.ts';
import { live } from '../numbers/live.ts';
import { summaryColumns, summaryRows } from '../start/layout.ts';
import type { ExerciseBook } from './exercise.ts';
import { askedOf, isScored } from './exercise.ts';
import { guideSum, scoreOf } from './status.ts';
import { exerciseWords } from './words.ts';

/** Rows between the summary's last run and the score: the reading and a gap. */
const GAP = 3;

/** The last row that the score takes. */
export const lastScoreRow = ({ traces }: Pick<ExerciseBook, 'traces'>): number =>
  summaryRows.head + 2 * traces.length + GAP + 4;

const cell = { size: 11, align: 'center', bottom: ['hair', colors.hair] } as const;

/** The score of the exercise: a row for each learning rate, all of them together, and the same in the title of the sheet. */
export function scoreCells(book: ExerciseBook): readonly SheetCell[] {
  const sheet = new SheetDraft({ selected: 'A1' });
  const { score } = exerciseWords;
  const { rate } = summaryColumns;
  const titleRow = summaryRows.head + book.traces.length + GAP;
  const first = titleRow + 2;
  const total = first + book.traces.length;
  sheet.put(titleRow, rate, score.title, look({ size: 13, bold: true, color: ink.strong }));
  for (const [k, text] of score.head.entries())
    sheet.put(
      titleRow + 1,
      rate + k,
      text,
      look({ bold: true, color: colors.white, fill: ink.strong, align: 'center' }),
    );
  const filled = book.exercise.answers === true;
  for (const position of book.traces.keys()) {
    const row = first + position;
    const { all, right, wrong } = scoreOf(book, position);
    const { learningRate } = traceOf(book, position);
    const { row: rateRow, column } = LEARNING_RATE_CELL;
    const reference = live(onSheet(rateSheet(learningRate), absolute(rateRow, column)), learningRate);
    sheet.put(row, rate, reference, look({ ...cell, bold: true, format: formats.plain, color: colors.otherSheet }));
    sheet.put(row, rate + 1, right, look({ ...cell, color: colors.otherSheet, format: formats.count }));
    sheet.put(row, rate + 2, all, look({ ...cell, format: formats.count }));
    sheet.put(row, rate + 3, wrong, look({ ...cell, color: colors.otherSheet, format: formats.count }));
    writeState(sheet, row, filled);
  }
  const { all: sum } = scoreOf(book, 0);
  const bold = look({ ...cell, bold: true, format: formats.count });
  sheet.put(total, rate, score.total, bold);
  const last = book.traces.length - 1;
  sheet.put(total, rate + 1, live(guideSum(book, last, 'everEarned'), filled ? sum : 0), bold);
  sheet.put(total, rate + 2, sum, bold);
  sheet.put(total, rate + 3, live(`SUM(${relative(first, rate + 3)}:${relative(total - 1, rate + 3)})`, 0), bold);
  writeState(sheet, total, filled);
  const hasFactors = askedOf(book).some((column) => !isScored(column));
  const note = [...(hasFactors ? [score.factors] : []), ...(last > 0 ? [score.once] : [])].join(' ');
  if (note !== '') sheet.put(total + 1, rate, note, look({ size: 9, color: colors.muted }));

  const [before, between] = score.headline;
  const headline = `"${before}"&${relative(total, rate + 1)}&"${between}"&${relative(total, rate + 2)}`;
  sheet.put(
    2,
    summaryColumns.below,
    live(headline, `${before}${filled ? sum : 0}${between}${sum}`),
    look({ size: 20, bold: true, color: colors.white, fill: ink.strong }),
  );
  return sheet.finish({}).cells;
}

/** How a row of the score stands, in words. */
function writeState(sheet: SheetDraft, row: number, filled: boolean): void {
  const { rate } = summaryColumns;
  const { done, wrong, notYet } = exerciseWords.score.text;
  const [right, all, mistakes] = [1, 2, 3].map((k) => relative(row, rate + k));
  const formula = `IF(${mistakes}>0,"${wrong}",IF(${right}=${all},"${done}","${notYet}"))`;
  sheet.put(row, rate + 4, null, look(cell));
  sheet.put(row, rate + 5, live(formula, filled ? done : notYet), look({ ...cell, bold: true }));
}
