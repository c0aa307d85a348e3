import { absolute, onSheet } from '../sheet/address.ts';
import type { PrintArea, PrintSetup } from '../sheet/print.ts';
import type { Sheet } from '../sheet/sheet.ts';

/** A defined name of the file that holds for one sheet. */
export interface LocalName {
  readonly name: string;
  readonly ranges: readonly string[];
  readonly localSheetId: number;
}

/**
 * The pages of the sheets, and what each repeats, as defined names (ECMA-376 Part 1, 18.2.5 definedName): each part of a print area begins a
 * page. exceljs would write a name for each part, and names must be different.
 */
export const printNames = (sheets: readonly Sheet[]): readonly LocalName[] => [
  ...namesOf(sheets, '_xlnm.Print_Area', areasOf),
  ...namesOf(sheets, '_xlnm.Print_Titles', titlesOf),
];

const namesOf = (
  sheets: readonly Sheet[],
  name: string,
  rangesOf: (sheet: string, print: PrintSetup) => readonly string[],
): readonly LocalName[] =>
  sheets.flatMap((sheet, localSheetId) => {
    const ranges = sheet.print === undefined ? [] : rangesOf(sheet.name, sheet.print);
    return ranges.length === 0 ? [] : [{ name, ranges, localSheetId }];
  });

const areasOf = (sheet: string, { pages }: PrintSetup): readonly string[] => pages.map((page) => areaOf(sheet, page));

const areaOf = (sheet: string, { top, left, bottom, right }: PrintArea): string =>
  onSheet(sheet, `${absolute(top, left)}:${absolute(bottom, right)}`);

/** Columns before rows, as Excel has it. */
const titlesOf = (sheet: string, { titleColumns, titleRows }: PrintSetup): readonly string[] =>
  [titleColumns, titleRows].flatMap((titles) =>
    titles === undefined ? [] : [onSheet(sheet, titles.replace(/\w+/g, '$$$&'))],
  );
