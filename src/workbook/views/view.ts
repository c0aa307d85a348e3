import type { SheetBody } from '../../sheet/sheet.ts';
import { type Book, bookOfRun } from '../book.ts';
import type { Choosing } from '../tab.ts';
import { mergedViews } from './merge.ts';

/**
 * A sheet that shows the run that is chosen. Its formulas are those of one network; where runs have names, their networks may have other
 * functions and optimizers. So it is made for each run, and every cell chooses what that of the chosen run says.
 */
export function chosenSheet(book: Book, choosing: Choosing, build: (book: Book) => SheetBody): SheetBody {
  if (book.names === undefined) return build(book);
  const views = book.runs.map((_, position) => build(viewOfRun(book, position)));
  const { rate } = choosing.opens(book);
  return mergedViews(views, rate, choosing.position(book));
}

/** The book as a sheet shows it while a run is chosen. */
export const viewOfRun = (book: Book, position: number): Book => ({
  ...bookOfRun(book, position),
  choice: { ...book.choice, rate: position },
  only: position,
});
