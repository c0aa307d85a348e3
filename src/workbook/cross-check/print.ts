import { MOST_HIGH, MOST_WIDE, printSetup, type SheetPrint } from '../print/setup.ts';
import { compareColumns, crossCheckLayout } from './layout.ts';

/** Many numbers that nobody reads one by one. */
const DENSE = 1.5;

/** Each iteration that is compared in one piece, and what was given below the learning rates of the first page. */
export const printCrossCheck: SheetPrint = (sheet, book) =>
  printSetup(sheet, () => {
    const { blocks, givenTitleRow, givenHeadRow, lastGivenRow } = crossCheckLayout(book);
    const begins = new Set([...blocks.map(({ barRow }) => barRow), givenTitleRow]);
    const keeps = new Set([
      ...blocks.flatMap(({ headRow, firstRow }) => [headRow, firstRow]),
      givenHeadRow,
      givenHeadRow + 1,
    ]);
    const rates = new Set(book.traces.map((_, k) => compareColumns.engine(k)));
    return {
      titles: { columns: { first: 1, last: compareColumns.name } },
      parts: [
        {
          rows: { first: 1, last: lastGivenRow },
          columns: { first: 1, last: compareColumns.difference(book.traces.length - 1) },
          beginsRow: (row) => begins.has(row),
          keepsRow: (row) => keeps.has(row),
          beginsColumn: (column) => rates.has(column),
          rowsBeside: { first: blocks[0]?.barRow ?? 1, last: blocks.at(-1)?.lastRow ?? lastGivenRow },
          dense: DENSE,
          mostWide: MOST_WIDE,
          mostHigh: MOST_HIGH,
        },
      ],
    };
  });
