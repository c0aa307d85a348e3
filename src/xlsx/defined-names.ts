import { absolute, onSheet } from '../sheet/address.ts';
import type { PrintArea, PrintSetup } from '../sheet/print.ts';
import type { Sheet } from '../sheet/sheet.ts';

/** A name and what it stands for (ECMA-376 Part 1, 18.2.5 definedName). */
export interface DefinedName {
  readonly name: string;
  readonly ranges: readonly string[];
  /** The position of the sheet that it holds for, from 0; missing where it holds for the workbook. */
  readonly localSheetId?: number;
}

/** What is declared of a sheet outside of its own part. */
export type SheetOutline = Pick<Sheet, 'name' | 'hidden' | 'names' | 'print'>;

/**
 * The names of a workbook: those that formulas use, then the pages of the sheets, and what each page repeats. Each part of a print area begins a
 * page. exceljs would write a name for each part, and names must be different.
 */
export const workbookNames = (sheets: readonly SheetOutline[]): readonly DefinedName[] => [
  ...sheets.flatMap(({ names }) => Array.from(names, ([name, cells]) => ({ name, ranges: [cells] }))),
  ...namesOf(sheets, '_xlnm.Print_Area', areasOf),
  ...namesOf(sheets, '_xlnm.Print_Titles', titlesOf),
];

const namesOf = (
  sheets: readonly SheetOutline[],
  name: string,
  rangesOf: (sheet: string, print: PrintSetup) => readonly string[],
): readonly DefinedName[] =>
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
