import type { Worksheet } from 'exceljs';
import { columnLetters } from './address.ts';

/** How a sheet is printed. */
export interface PrintSetup {
  readonly orientation: 'portrait' | 'landscape';
  /** Pages side by side; long sheets take as many pages below as they need. */
  readonly pagesWide?: number;
  /** Rows repeated at the head of every page, such as `11:13`. */
  readonly titleRows?: string;
  /** Columns repeated at the left of every page, such as `A:A`. */
  readonly titleColumns?: string;
  /** Only so many rows and columns from the first on; everything if left out. */
  readonly area?: { readonly rows: number; readonly columns: number };
}

/** ISO A4 (ECMA-376 Part 1, 18.3.1.63 pageSetup). */
const A4 = 9;

/** Inches. */
const MARGINS = { left: 0.4, right: 0.4, top: 0.5, bottom: 0.5, header: 0.3, footer: 0.3 } as const;

/** A4, fitted to the width, with the sheet's name and the page in the footer. */
export function setPrint(
  sheet: Worksheet,
  { orientation, pagesWide = 1, titleRows, titleColumns, area }: PrintSetup,
): void {
  Object.assign(sheet.pageSetup, {
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
  sheet.headerFooter.oddFooter = '&L&A&RPage &P of &N';
}
