import { MOST_HIGH, printSetup, type SheetPrint } from '../print/setup.ts';

/** The initial values and the diagram beside them; what goes on below it, on further pages. */
export const printNetwork: SheetPrint = (sheet) =>
  printSetup(sheet, ({ lastRow, lastColumnOf }) => {
    const rows = { first: 1, last: lastRow };
    return { parts: [{ rows, columns: { first: 1, last: lastColumnOf(rows) }, mostHigh: MOST_HIGH }] };
  });
