import { TEST_ERROR } from '../../quantities/classes.ts';
import type { Book } from '../book.ts';
import { ratesLayout } from '../layout.ts';
import { scoredNames } from '../start/layout.ts';

/** Rows of the sheet Learning rates: below the names of the runs how many classes each has right in the end, then the iterations. */

type Scored = Parameters<typeof scoredNames>[0];

/** The shares of samples whose class is right, a row each; none where no run tells classes. */
export const accuraciesOf = (book: Scored) => scoredNames(book).filter((name) => name !== TEST_ERROR);

/** The last row that stays in view: of the names, or of what is below them. */
export const lastHeadRow = (book: Scored): number => ratesLayout.headerRow + accuraciesOf(book).length;

/** The row of an iteration, or of one of those that are shown, counted from 1. */
export const rateRow = (book: Scored, iteration: number): number => lastHeadRow(book) + iteration;

/** The row of the first one. */
export const firstRateRow = (book: Pick<Book, 'runs'>): number => rateRow(book, 1);
