import { ratesLayout } from '../layout.ts';
import { MOST_WIDE, printSetup, type SheetPrint, TABLE_ROWS } from '../print/setup.ts';
import { printWords } from '../print/words.ts';
import { chartsColumn, workingColumn } from './columns.ts';
import { firstRateRow } from './places.ts';
import { lastRow } from './rows.ts';

/** The charts, and as many rows of the table as stand beside them. */
export const printRates: SheetPrint = (sheet, book) =>
  printSetup(sheet, () => {
    const { headerRow, iterationColumn } = ratesLayout;
    const firstRow = firstRateRow(book);
    const charts = Math.max(...sheet.charts.map(({ anchor }) => anchor.to.row + 1));
    const all = lastRow(book);
    const last = Math.min(all, Math.max(charts, firstRow + TABLE_ROWS - 1));
    return {
      ...(last < all ? { note: printWords.rows(last - firstRow + 1, all - firstRow + 1) } : {}),
      titles: {
        rows: { first: headerRow - 1, last: firstRow - 1 },
        columns: { first: iterationColumn, last: iterationColumn },
      },
      parts: [
        {
          rows: { first: 1, last: Math.max(charts, last) },
          columns: { first: iterationColumn, last: workingColumn(book) - 2 },
          beginsColumn: (column) => column === chartsColumn(book),
          rowsBeside: { first: headerRow - 1, last: Math.max(charts, last) },
          whole: true,
          mostWide: MOST_WIDE,
        },
      ],
    };
  });
