/**
 * The bounds that a workbook has to keep.
 * Source: Microsoft, "Excel specifications and limits".
 */

/** Rows of a worksheet. */
export const EXCEL_ROWS = 1_048_576;

/** Columns of a worksheet. */
export const EXCEL_COLUMNS = 16_384;

/** Series of one chart, and so learning rates that one chart can compare. */
export const EXCEL_SERIES = 255;

/** Characters of one formula. */
export const EXCEL_FORMULA_LENGTH = 8_192;

/** Rows above the first iteration on a learning-rate sheet: title, charts and the three header rows. */
export const ROWS_ABOVE_TABLE = 13;

/** The most iterations, one row each, that fit under the header of a worksheet. */
export const MAX_ITERATIONS = EXCEL_ROWS - ROWS_ABOVE_TABLE;
