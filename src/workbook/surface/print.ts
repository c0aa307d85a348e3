import { printSetup, type SheetPrint } from '../print/setup.ts';
import { LARGE, surfaceLayout } from './layout.ts';
import { surfacePlan } from './plan.ts';

/** Rows of the largest map, and those below it. */
const ROWS = LARGE.row + 30;

/** What is drawn, on one page, without the working. */
export const printSurface: SheetPrint = (sheet, { topology }) =>
  printSetup(sheet, ({ lastRow, lastColumnOf }) => {
    const plan = surfacePlan(topology);
    const rows = { first: 1, last: plan === undefined ? lastRow : ROWS };
    const last = plan === undefined ? lastColumnOf(rows) : surfaceLayout(topology, plan).working - 2;
    return { parts: [{ rows, columns: { first: 1, last }, whole: true, mostWide: 1 }] };
  });
