import { inputError } from '../../network/input-error.ts';
import { EXCEL_COLUMNS, ZIP_FILE_BYTES } from '../../network/limits.ts';

/** What a cell of a row that is filled down takes in the file: measured 73 to 78, with its address, its style, its formula's number and 17 digits. */
export const CELL_BYTES = 80;

/** What it takes there once it is compressed: measured 10 in a million iterations, 14 in ten thousand. */
const COMPRESSED_CELL_BYTES = 14;

const gigabytes = (bytes: number): string => (bytes / 2 ** 30).toFixed(1);

/**
 * Makes sure that the tables of all learning rates together fit into a workbook.
 *
 * @param columns of each sheet
 * @param iterations one row each
 * @throws InputError that says by how much they do not, and what to lower
 */
export function checkWhole(columns: number, iterations: number, learningRates: number): void {
  const bytesOfRows = columns * learningRates * COMPRESSED_CELL_BYTES;
  if (bytesOfRows * iterations > ZIP_FILE_BYTES)
    throw inputError(
      `A workbook of ${learningRates} learning rates and ${iterations} iterations of this network takes about ` +
        `${gigabytes(bytesOfRows * iterations)} GB, but a file holds ${gigabytes(ZIP_FILE_BYTES)} GB; lower the iterations ` +
        `to ${Math.floor(ZIP_FILE_BYTES / bytesOfRows)}, or use fewer learning rates.`,
      'iterations',
    );
}

/**
 * Makes sure that the table of a learning rate fits into a sheet, and the sheet into a file.
 *
 * @param columns of the sheet
 * @param iterations one row each
 * @param initial how many initial values the network has
 * @param passes how many samples a row has columns of
 * @throws InputError that says which bound is passed, by how much, and what to lower
 */
export function checkSize(columns: number, iterations: number, initial: number, passes: number): void {
  if (columns > EXCEL_COLUMNS && passes > 1)
    throw inputError(
      `A row of ${passes} samples needs ${columns} columns, but a sheet has ${EXCEL_COLUMNS}; take a smaller batch, about ` +
        `${Math.max(1, Math.floor((passes * EXCEL_COLUMNS) / columns))} with those that test, or fewer units.`,
      'batch',
    );
  if (columns > EXCEL_COLUMNS)
    throw inputError(
      `This network needs ${columns} columns, but a sheet has ${EXCEL_COLUMNS}; give it fewer units or layers ` +
        `(it has ${initial} initial values).`,
      'layers',
    );
  const bytes = columns * iterations * CELL_BYTES;
  if (bytes > ZIP_FILE_BYTES)
    throw inputError(
      `A sheet of ${iterations} iterations of this network takes about ${gigabytes(bytes)} GB, but a file within a workbook ` +
        `holds ${gigabytes(ZIP_FILE_BYTES)} GB; lower the iterations to ${Math.floor(ZIP_FILE_BYTES / (columns * CELL_BYTES))}.`,
      'iterations',
    );
}

/**
 * Makes sure that the sheet of answers to an exercise fits into a file.
 *
 * @param rowBytes what a row of it takes
 * @throws InputError that says what to lower
 */
export function checkAnswers(rowBytes: number, iterations: number): void {
  if (rowBytes * iterations > ZIP_FILE_BYTES)
    throw inputError(
      `The answers to ${iterations} iterations of this exercise take about ${gigabytes(rowBytes * iterations)} GB, but a file within ` +
        `a workbook holds ${gigabytes(ZIP_FILE_BYTES)} GB; lower the iterations to ${Math.floor(ZIP_FILE_BYTES / rowBytes)}.`,
      'iterations',
    );
}
