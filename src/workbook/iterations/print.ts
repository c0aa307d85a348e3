import { columnsOf } from '../../model/quantities.ts';
import { READABLE_WIDTH } from '../print/pages.ts';
import { firstIterations, mostWide, printSetup, type SheetPrint } from '../print/setup.ts';

/** The charts and the first iterations, as far as they go onto few pages. */
export const printTable: SheetPrint = (sheet, { table, traces }) =>
  printSetup(sheet, ({ lastRow, widthOf }) => {
    const { count, ...rest } = firstIterations(table.iterations);
    const firsts = table.groups.flatMap(({ columns }) => columns.slice(0, 1));
    const gradient = columnsOf(table.groups).find(({ role }) => role === 'gradient');
    const groups = new Set(firsts.map(({ name }) => table.column(name)));
    // Beside a small table the charts go on.
    const charts = sheet.charts.map(({ anchor }) => anchor.to.column + 1);
    // Below a short table, other cells may stand; where they begin beyond the first page, that one ends with the table.
    const last = count === table.iterations ? Math.max(lastRow, table.row(count)) : table.row(count);
    const below = sheet.cells.filter(({ row, column }) => row > table.lastRow && column > table.iterationColumn);
    const before = Math.min(...below.map(({ column }) => column)) - 1;
    const isBeyond =
      below.length > 0 &&
      Array.from({ length: before }, (_, k) => widthOf(k + 1)).reduce((sum, each) => sum + each, 0) > READABLE_WIDTH;
    const iteration = { first: table.iterationColumn, last: table.iterationColumn };
    return {
      ...rest,
      titles: { rows: { first: table.groupRow, last: table.formulaRow }, columns: iteration },
      parts: [
        {
          rows: { first: 1, last: isBeyond ? table.row(count) : last },
          rowsBeside: { first: 1, last },
          columns: { first: table.iterationColumn, last: Math.max(table.lastColumn, ...charts) },
          beginsColumn: (column) => groups.has(column),
          // No page for a row or two.
          whole: last === table.row(count),
          mostWide: mostWide(traces.length),
          // The gradients are what it is all about.
          ...(gradient === undefined ? {} : { certainColumn: table.column(gradient.name) }),
        },
      ],
    };
  });
