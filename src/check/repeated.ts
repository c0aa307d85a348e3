import { learnersSheets, type Sheets } from './exercise.ts';
import { type CellPosition, columnNumber, lettersOf, positionOf } from './file/address.ts';
import { cellKey, type LearnerSheet } from './file/sheet.ts';

/**
 * A short exercise repeats below its table what the asked columns are made of, as links, so that it is in sight of them. It is no table of
 * the learner's, but formulas may read it.
 */

/** The same book without what an exercise repeats below its tables: formulas that read it there read the table. */
export function readingTheTable<Book extends Sheets>(book: Book): Book {
  const learners = new Set(learnersSheets(book).map(([learner]) => learner));
  if (learners.size === 0) return book;
  return { ...book, sheets: book.sheets.map((sheet) => (learners.has(sheet) ? followingRepeated(sheet) : sheet)) };
}

/** How the line begins below which it stands. */
const TITLE = /^Once more, /;

/** The row of that line; none in a sheet without one. */
function titleRow({ cells }: LearnerSheet): number {
  for (const { row, value } of cells.values()) if (typeof value === 'string' && TITLE.test(value)) return row;
  return Number.POSITIVE_INFINITY;
}

/** The same sheet without it, in which formulas read the cells of the table that it links to. */
function followingRepeated(sheet: LearnerSheet): LearnerSheet {
  const first = titleRow(sheet);
  if (!Number.isFinite(first)) return sheet;
  const followed = (text: string): string =>
    text.replaceAll(REFERENCE, (reference, before: string, column: string, fixed: string, row: string) => {
      const target =
        Number(row) > first ? linkedBy(sheet, { row: Number(row), column: columnNumber(column) }) : undefined;
      return target === undefined ? reference : `${before}${lettersOf(target.column)}${fixed}${target.row}`;
    });
  const above = [...sheet.cells].filter(([, { row }]) => row < first);
  const cells = above.map(([key, cell]) => {
    const { formula } = cell;
    if (formula === undefined) return [key, cell] as const;
    return [key, { ...cell, formula: { ...formula, text: followed(formula.text) } }] as const;
  });
  return { ...sheet, cells: new Map(cells) };
}

/** A reference to a cell of the own sheet; texts and other sheets' cells are passed over. */
const REFERENCE = /(?<![\p{L}\p{N}_.!"$])(\$?)([A-Z]{1,3})(\$?)([1-9]\d{0,6})(?![\p{L}\p{N}_.(!"])/gu;

/** The cell that a cell links to. Its formula may have been filled to it from another one. */
function linkedBy({ cells }: LearnerSheet, { row, column }: CellPosition): CellPosition | undefined {
  const { text = '', home = { row, column } } = cells.get(cellKey(row, column))?.formula ?? {};
  const target = /^=?[A-Z]{1,3}\d+$/.test(text) ? positionOf(text.replace('=', '')) : undefined;
  return target && { row: target.row + row - home.row, column: target.column + column - home.column };
}
