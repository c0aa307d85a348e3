import { TEST_ERROR } from '../../quantities/classes.ts';
import { onSheet } from '../../sheet/address.ts';
import type { Formula } from '../../sheet/cell.ts';
import type { SheetDraft } from '../../sheet/draft.ts';
import { type Look, look } from '../../sheet/look.ts';
import { type Book, runTable, traceOf } from '../book.ts';
import { NONE } from '../course.ts';
import { formats } from '../look/style.ts';
import { live } from '../numbers/live.ts';
import { scoredNames, summaryColumns, summaryRows } from './layout.ts';
import { startWords } from './words.ts';

/** Writes how well each run does in the end, in columns of their own. @param head and cell how their cells look */
export function writeScores(sheet: SheetDraft, book: Book, head: Look, cell: Parameters<typeof look>[0]): void {
  for (const [k, name] of scoredNames(book).entries()) {
    const column = summaryColumns.open + 1 + k;
    const format = name === TEST_ERROR ? formats.largeError : formats.ratio;
    sheet.put(summaryRows.head, column, startWords.summary.scores[name], head);
    for (const position of book.traces.keys()) {
      const content = lastScore(book, position, name);
      sheet.put(summaryRows.head + 1 + position, column, content, look({ ...cell, format }));
    }
  }
}

/** What a run comes to in its last iteration: nothing where it has no such number. */
export function lastScore(book: Book, position: number, name: string): Formula | null {
  const table = runTable(book, position);
  if (!table.has(name)) return null;
  const value = traceOf(book, position).row(table.iterations)[table.column(name) - 2] ?? Number.NaN;
  const formula = `IFERROR(${onSheet(table.sheet, table.cell(name, table.iterations))},"${NONE}")`;
  return live(formula, Number.isFinite(value) ? value : NONE);
}
