import { columnsOf } from '../../model/quantities.ts';
import { sharingRuns } from '../book.ts';
import { MOST_HIGH, MOST_WIDE, printSetup, type SheetPrint, TABLE_ROWS } from '../print/setup.ts';
import { checkedOf, gradientCheckLayout, verdictColumns, workingColumns } from './layout.ts';

/** The verdicts and the notes beside them; then the first rows of the working, on pages of their own. */
export const printGradientCheck: SheetPrint = (sheet, book) =>
  printSetup(sheet, ({ lastColumnOf }) => {
    const { topology, table } = book;
    const layout = gradientCheckLayout(topology, table, sharingRuns(book));
    const lastNudge = layout.baseRow + Math.min(2 * checkedOf(topology).length, TABLE_ROWS);
    const { sideColumns, slopesOf, columns } = layout;
    const lastColumn = Math.max(...sideColumns, slopesOf, ...columns.map(({ name }) => layout.column(name)));
    const names = new Set(layout.columns.map(({ name }) => name));
    const firsts = columnsOf(table.groups).filter(({ name }) => names.has(name));
    const groups = new Set(firsts.map(({ name }) => layout.column(name)));
    return {
      titles: { columns: { first: workingColumns.nudge, last: workingColumns.nudge } },
      parts: [
        {
          rows: { first: 1, last: layout.titleRow - 1 },
          columns: {
            first: 1,
            last: Math.max(verdictColumns.agrees, lastColumnOf({ first: 1, last: layout.titleRow - 1 })),
          },
          mostHigh: MOST_HIGH,
        },
        {
          rows: { first: layout.titleRow, last: lastNudge },
          columns: { first: 1, last: lastColumn },
          beginsColumn: (column) => groups.has(column),
          rowsBeside: { first: layout.nameRow, last: lastNudge },
          mostWide: MOST_WIDE,
        },
      ],
    };
  });
