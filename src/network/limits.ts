/**
 * The bounds that a workbook has to keep.
 * Source: Microsoft, "Excel specifications and limits".
 */

/** Rows of a worksheet. */
const EXCEL_ROWS = 1_048_576;

/** Columns of a worksheet. */
export const EXCEL_COLUMNS = 16_384;

/**
 * Learning rates of one workbook. A formula that reads the sheet of the chosen learning rate names all of these sheets, and a formula
 * has no more than 8,192 characters.
 */
export const MAX_LEARNING_RATES = 100;

/** Runs of one workbook that are given by name: every sheet that follows the choice of a run is made for each of them. */
export const MAX_RUNS = 20;

/** Characters of the name of a sheet, which a run's name is. */
export const LONGEST_RUN_NAME = 31;

/** Training examples of a network. */
export const MAX_SAMPLES = 1000;

/** Inputs and targets of all training examples: more would take minutes to lay out. */
export const MAX_GIVEN = 50_000;

/** Layers of a network. */
export const MAX_LAYERS = 100;

/** Characters of one formula. */
export const EXCEL_FORMULA_LENGTH = 8_192;

/** The smallest number above 0 that a cell can hold. Source: Microsoft, KB 78113. */
export const SMALLEST_NUMBER = 2.2250738585072014e-308;

/** Rows above the first iteration on a learning-rate sheet: title, charts and the three header rows. */
export const ROWS_ABOVE_TABLE = 13;

/** The most iterations, one row each, that fit under the header of a worksheet. */
export const MAX_ITERATIONS = EXCEL_ROWS - ROWS_ABOVE_TABLE;

/** Bytes of a file in a zip archive without extensions, before it is compressed. Source: APPNOTE.TXT 6.3.10, 4.4.9. */
export const ZIP_FILE_BYTES = 2 ** 32 - 1;
