import type { Sheet } from './sheet.ts';

/** A workbook as plain data. */
export interface Workbook {
  /** In the file's properties. */
  readonly title: string;
  /** In the order of their tabs. */
  readonly sheets: readonly Sheet[];
}

/** Makes a sheet of a workbook. */
export type SheetMaker = () => Sheet;
