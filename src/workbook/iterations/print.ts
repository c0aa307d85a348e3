import { columnsOf } from '../../model/quantities.ts';
import { firstIterations, mostWide, printSetup, type SheetPrint } from '../print/setup.ts';

/** The charts and the first iterations, as far as they go onto few pages. */
export const printTable: SheetPrint = (sheet, { table, traces }) =>
  printSetup(sheet, ({ lastRow }) => {
    const { count, ...rest } = firstIterations(table.iterations);
    const firsts = table.groups.flatMap(({ columns }) => columns.slice(0, 1));
    const gradient = columnsOf(table.groups).find(({ role }) => role === 'gradient');
    const groups = new Set(firsts.map(({ name }) => table.column(name)));
    // Beside a small table the charts go on.
    const charts = sheet.charts.map(({ anchor }) => anchor.to.column + 1);
    const iteration = { first: table.iterationColumn, last: table.iterationColumn };
    return {
      ...rest,
      titles: { rows: { first: table.groupRow, last: table.formulaRow }, columns: iteration },
      parts: [
        {
          // Below a short table, other cells may stand.
          rows: { first: 1, last: count === table.iterations ? Math.max(lastRow, table.row(count)) : table.row(count) },
          columns: { first: table.iterationColumn, last: Math.max(table.lastColumn, ...charts) },
          beginsColumn: (column) => groups.has(column),
          mostWide: mostWide(traces.length),
          // The gradients are what it is all about.
          ...(gradient === undefined ? {} : { certainColumn: table.column(gradient.name) }),
        },
      ],
    };
  });
