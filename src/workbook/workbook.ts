import type { Workbook } from '../sheet/workbook.ts';
import type { Book } from './book.ts';
import { crossCheckSheet } from './cross-check/sheet.ts';
import { answersSheet } from './exercise/answers-sheet.ts';
import { gradientCheckSheet } from './gradient-check/sheet.ts';
import { tableSheet } from './iterations/sheet.ts';
import { ratesSheet } from './learning-rates/sheet.ts';
import { networkSheet } from './network/sheet.ts';
import { startSheet } from './start/sheet.ts';
import { stepsSheet } from './steps/sheet.ts';

/** The workbook of a network, with every sheet up to the row that is to be filled down. */
export const workbookOf = (book: Book): Workbook => ({
  title: book.network.title,
  sheets: [
    startSheet(book),
    networkSheet(book),
    // Steps and the checks would give the answers of an exercise.
    ...(book.exercise === undefined ? [stepsSheet(book)] : []),
    ...book.traces.map((_, position) => tableSheet(book, position)),
    ratesSheet(book),
    ...(book.exercise === undefined
      ? [gradientCheckSheet(book), crossCheckSheet(book)]
      : book.traces.map((_, position) => answersSheet(book, position))),
  ],
});
