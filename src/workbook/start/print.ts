import { MOST_HIGH, printSetup, type SheetPrint } from '../print/setup.ts';
import { startWidths } from './layout.ts';

/** All of Start. */
export const printStart: SheetPrint = (sheet, book) =>
  printSetup(sheet, ({ lastRow }) => ({
    parts: [
      { rows: { first: 1, last: lastRow }, columns: { first: 1, last: startWidths(book).length }, mostHigh: MOST_HIGH },
    ],
  }));
