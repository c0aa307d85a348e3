import { MOST_HIGH, printSetup, type SheetPrint } from '../print/setup.ts';
import { START_WIDTHS } from './layout.ts';

/** All of Start. */
export const printStart: SheetPrint = (sheet) =>
  printSetup(sheet, ({ lastRow }) => ({
    parts: [
      { rows: { first: 1, last: lastRow }, columns: { first: 1, last: START_WIDTHS.length }, mostHigh: MOST_HIGH },
    ],
  }));
