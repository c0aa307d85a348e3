import { printSetup, type SheetPrint } from '../print/setup.ts';
import { CHART, landscapeLayout } from './layout.ts';
import { landscapePlan } from './plan.ts';

/** The chart, the map and the notes below them. */
const ROWS = CHART.row + CHART.rows + 3;

/** What is drawn, on one page, without the working. */
export const printLandscape: SheetPrint = (sheet, book) =>
  printSetup(sheet, ({ lastRow, lastColumnOf }) => {
    const plan = landscapePlan(book);
    const rows = { first: 1, last: plan === undefined ? lastRow : ROWS };
    const last = plan === undefined ? lastColumnOf(rows) : landscapeLayout(plan).working - 2;
    return { parts: [{ rows, columns: { first: 1, last }, whole: true, mostWide: 1 }] };
  });
