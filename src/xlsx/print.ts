import { absolute, onSheet } from '../sheet/address.ts';
import type { PrintArea, PrintSetup } from '../sheet/print.ts';
import type { Sheet } from '../sheet/sheet.ts';

/** ISO A4 (ECMA-376 Part 1, 18.3.1.63 pageSetup). */
const A4 = 9;

/** Inches. */
const MARGINS = { left: 0.4, right: 0.4, top: 0.5, bottom: 0.5, header: 0.3, footer: 0.3 } as const;

/** Paper, margins and titles, as exceljs takes them; the pages are {@link printAreas}. */
export const pageSetup = ({ orientation, pages, titleRows, titleColumns }: PrintSetup) => ({
  paperSize: A4,
  orientation,
  fitToPage: true,
  fitToWidth: 1,
  // A single page is fitted as a whole; of several, each to the width, because a height would be that of all together.
  fitToHeight: pages.length === 1 ? 1 : 0,
  margins: { ...MARGINS },
  ...(titleRows === undefined ? {} : { printTitlesRow: titleRows }),
  ...(titleColumns === undefined ? {} : { printTitlesColumn: titleColumns }),
});

/** The foot of each page (ECMA-376 Part 1, 18.3.1.55 oddFooter): the sheet, what is left out, the page. */
export const footer = ({ note = '' }: PrintSetup): string => `&L&A&C${note.replaceAll('&', '&&')}&RPage &P of &N`;

/** A defined name of the file that holds for one sheet. */
export interface LocalName {
  readonly name: string;
  readonly ranges: readonly string[];
  readonly localSheetId: number;
}

/**
 * The print areas as defined names (ECMA-376 Part 1, 18.2.5 definedName): each part of an area begins a page. exceljs would write a name
 * for each part, and names must be different.
 */
export const printAreas = (sheets: readonly Sheet[]): readonly LocalName[] =>
  sheets.flatMap(({ name, print }, localSheetId) => {
    if (print === undefined || print.pages.length === 0) return [];
    return [{ name: '_xlnm.Print_Area', ranges: print.pages.map((page) => rangeOf(name, page)), localSheetId }];
  });

const rangeOf = (sheet: string, { top, left, bottom, right }: PrintArea): string =>
  onSheet(sheet, `${absolute(top, left)}:${absolute(bottom, right)}`);
