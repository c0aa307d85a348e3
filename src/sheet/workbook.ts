import type { Sheet } from './sheet.ts';

/** A workbook as plain data. */
export interface Workbook {
  /** In the file's properties. */
  readonly title: string;
  /** In the order of their tabs. */
  readonly sheets: readonly Sheet[];
}

/** A sheet that is to be made. */
export interface PlannedSheet {
  readonly name: string;
  readonly make: () => Sheet;
}
