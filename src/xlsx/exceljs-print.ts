import { columnLetters } from '../sheet/address.ts';
import type { PrintSetup } from '../sheet/print.ts';

/** How sheets are printed, in the words of exceljs; what it declares needs not be imported for that. */

/** ISO A4 (ECMA-376 Part 1, 18.3.1.63 pageSetup). */
const A4 = 9;

/** Inches. */
const MARGINS = { left: 0.4, right: 0.4, top: 0.5, bottom: 0.5, header: 0.3, footer: 0.3 } as const;

/** The name of the sheet, and the page of so many. */
export const FOOTER = '&L&A&RPage &P of &N';

export const pageSetupOf = ({ orientation, pagesWide = 1, titleRows, titleColumns, area }: PrintSetup) => ({
  paperSize: A4,
  orientation,
  fitToPage: true,
  fitToWidth: pagesWide,
  fitToHeight: 0,
  margins: { ...MARGINS },
  ...(titleRows === undefined ? {} : { printTitlesRow: titleRows }),
  ...(titleColumns === undefined ? {} : { printTitlesColumn: titleColumns }),
  // exceljs puts a $ before each end, so only the rows need one of their own.
  ...(area === undefined ? {} : { printArea: `A$1:${columnLetters(area.columns)}$${area.rows}` }),
});
