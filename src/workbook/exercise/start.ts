import { onSheet } from '../../sheet/address.ts';
import { isFormula, type SheetCell } from '../../sheet/cell.ts';
import { mapCells, withCells, withHeights } from '../../sheet/edit.ts';
import { look } from '../../sheet/look.ts';
import { runSheets, traceOf } from '../book.ts';
import { colors, ink } from '../look/palette.ts';
import { summaryColumns, summaryRows } from '../start/layout.ts';
import { BADGE_COLUMN, NAME_COLUMN, ROW_HEIGHT, ROWS } from '../start/sheet.ts';
import { askedOf, type ExerciseBook, firstBlank, headingOnceFilled, type Overlay, onceFilled } from './exercise.ts';
import { lastScoreRow, scoreCells } from './score.ts';
import { exerciseWords } from './words.ts';

/** The sheet Start in an exercise: what is asked, how to go about it, and the score. */
export const startOverlay: Overlay = (sheet, book) => {
  const { exercise, network } = book;
  const purpose = exerciseWords.purpose(askedOf(book).length, network.learningRates.length, exercise.answers);
  const changed = mapCells(sheet, (each) => {
    const cell = leadingToBlanks(each, book);
    const { row, column } = cell;
    if (row === ROWS.purpose + 1 && column === BADGE_COLUMN) return { ...cell, content: purpose };
    const step = column === NAME_COLUMN ? exerciseWords.use[row - ROWS.use - 1] : undefined;
    return step === undefined ? inSummary(cell, book) : { ...cell, content: step };
  });
  const last = lastScoreRow(book);
  const whose = exercise.learner === undefined ? [] : [learnerCell(exercise.learner)];
  const rows = Array.from({ length: last - sheet.heights.size }, (_, k) => sheet.heights.size + 1 + k);
  return withHeights(
    withCells(changed, [...scoreCells(book), ...whose]),
    rows.map((row) => [row, ROW_HEIGHT]),
  );
};

/** A link to the sheet of a learning rate leads to what is to be filled in there. */
function leadingToBlanks(cell: SheetCell, book: ExerciseBook): SheetCell {
  const { content } = cell;
  if (content === null || typeof content !== 'object' || !('target' in content)) return cell;
  const rate = runSheets(book).find((name) => content.target === onSheet(name, 'A1'));
  return rate === undefined ? cell : { ...cell, content: { ...content, target: onSheet(rate, firstBlank(book)) } };
}
/** Whose exercise it is, in the title of the sheet below the score. */
const learnerCell = (learner: string): SheetCell => ({
  row: 3,
  column: summaryColumns.below,
  content: exerciseWords.learner(learner),
  look: look({ size: 11, color: colors.onInk, fill: ink.strong }),
});

/** What the summary says of a run, and what its chart draws, waits until its errors are there. */
function inSummary(cell: SheetCell, book: ExerciseBook): SheetCell {
  const { row, column, content } = cell;
  const position = row - summaryRows.head - 1;
  if (!isFormula(content)) return cell;
  if (row === ROWS.purpose && column === summaryColumns.rate)
    return { ...cell, content: headingOnceFilled(book, content) };
  if (column === summaryColumns.state && position >= 0 && position < book.traces.length)
    return { ...cell, content: onceFilled(book, [traceOf(book, position)], content) };
  // The sentence of the sheet Learning rates, which waits there.
  if (column === summaryColumns.rate && position === book.traces.length)
    return { ...cell, content: { ...content, value: onceFilled(book, book.traces, content).value } };
  return cell;
}
