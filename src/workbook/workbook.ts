import Workbook from 'exceljs/lib/doc/workbook.js';
import type { Book } from './book.ts';
import { crossCheckSheet } from './cross-check/sheet.ts';
import { exceljsParts, type PackageParts } from './exceljs-parts.ts';
import { answersSheet } from './exercise/answers-sheet.ts';
import { gradientCheckSheet } from './gradient-check/sheet.ts';
import { tableSheet } from './iterations/sheet.ts';
import { ratesSheet } from './learning-rates/sheet.ts';
import { networkSheet } from './network/sheet.ts';
import type { Sheet } from './sheet.ts';
import { startSheet } from './start/sheet.ts';
import { stepsSheet } from './steps/sheet.ts';

/** A workbook as exceljs writes it, and what it cannot write: charts, and rows to fill down. */
export interface Draft {
  readonly parts: PackageParts;
  readonly sheets: readonly Sheet[];
}

/** The date in every workbook's properties: a clock would make two runs differ. */
const CREATED = new Date(Date.UTC(2000, 0, 1));

/** Writes every sheet up to the row that is to be filled down. */
export async function draftWorkbook(book: Book): Promise<Draft> {
  const workbook = new Workbook();
  workbook.creator = 'backprop-workbook';
  workbook.lastModifiedBy = 'backprop-workbook';
  workbook.title = book.network.title;
  workbook.created = CREATED;
  workbook.modified = CREATED;
  workbook.calcProperties.fullCalcOnLoad = true;
  const sheets = [
    startSheet(workbook, book),
    networkSheet(workbook, book),
    // Steps and the checks would give the answers of an exercise.
    ...(book.exercise === undefined ? [stepsSheet(workbook, book)] : []),
    ...book.traces.map((_, position) => tableSheet(workbook, book, position)),
    ratesSheet(workbook, book),
    ...(book.exercise === undefined
      ? [gradientCheckSheet(workbook, book), crossCheckSheet(workbook, book)]
      : book.traces.map((_, position) => answersSheet(workbook, book, position))),
  ];
  return { parts: await exceljsParts(workbook), sheets };
}
