import { LANDSCAPE_SHEET } from '../../src/workbook/landscape/layout.ts';
import { unzipParts } from '../support/package-parts.ts';
import { sheetPaths } from '../support/read-workbook.ts';
import { changePart } from './replace-formula.ts';
import { isEverything } from './sample.ts';

/** Of the rows that repeat those above them, one of so many keeps its formulas. */
const STEP = 16;

/** A number whose formula is that of a cell above, filled down. */
const FILLED = /(<c r="[A-Z]+(\d+)"(?![^>]* t=)[^>]*>)<f t="shared" si="\d+"\/>/g;

/**
 * A workbook in which most rows of the sheet Landscape hold the numbers that they show, and not their formulas: two thirds of all formulas of a
 * small workbook stand there, and every row of a group repeats the first. With EVERY=1, the workbook as it is.
 */
export function thinned(bytes: Uint8Array): Uint8Array {
  const path = sheetPaths(unzipParts(bytes)).find(({ name }) => name === LANDSCAPE_SHEET)?.path;
  if (isEverything || path === undefined) return bytes;
  return changePart(bytes, path, (xml) =>
    xml.replace(FILLED, (cell, start: string, row: string) => (Number(row) % STEP === 0 ? cell : start)),
  );
}
