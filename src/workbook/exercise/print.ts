import { firstIterations, mostWide, printSetup, type SheetPrint } from '../print/setup.ts';
import { answersLayout, COUNTS_ROW } from './answers-layout.ts';
import type { ExerciseBook } from './exercise.ts';

/** The first rows of the answers, as far as they go onto few pages; who needs all has them in the workbook. */
export const printAnswers: SheetPrint<ExerciseBook> = (sheet, book) =>
  printSetup(sheet, () => {
    const { table, traces } = book;
    const { count, ...rest } = firstIterations(table.iterations);
    const layout = answersLayout(book);
    const begins = new Set(layout.map(({ own }) => own));
    return {
      ...rest,
      titles: { columns: { first: table.iterationColumn, last: table.iterationColumn } },
      parts: [
        {
          rows: { first: 1, last: table.row(count) },
          columns: { first: table.iterationColumn, last: layout.at(-1)?.verdict ?? table.iterationColumn },
          beginsColumn: (column) => begins.has(column),
          rowsBeside: { first: COUNTS_ROW, last: table.row(count) },
          mostWide: mostWide(traces.length),
        },
      ],
    };
  });
