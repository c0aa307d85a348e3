import type { CellErrorValue, CellValue, Style, Workbook, Worksheet } from 'exceljs';
import type { Figure } from '../drawing/drawing.ts';
import type { LineChart } from '../drawing/line-chart.ts';
import { inputError } from '../network/input-error.ts';
import { EXCEL_FORMULA_LENGTH } from '../network/limits.ts';
import { errorShown } from '../training/cell-error.ts';
import type { Filling } from '../training/filling.ts';

/** A sheet: what exceljs holds of it, and what it cannot write. */
export interface Sheet {
  readonly name: string;
  readonly charts: readonly LineChart[];
  /** Figures drawn over the cells, the first at the back. */
  readonly shapes?: readonly Figure[];
  readonly fillDown?: Filling;
}

/** How a sheet opens. */
export interface View {
  readonly tabColor: string;
  /** Rows and columns that stay in view. */
  readonly frozen?: { readonly rows: number; readonly columns: number };
  /** The cell that is selected when the sheet opens. */
  readonly selected: string;
}

/** Adds an empty sheet without grid lines. */
export function addSheet(workbook: Workbook, name: string, view: View): Worksheet {
  const shared = { showGridLines: false, zoomScale: 100, activeCell: view.selected } as const;
  return workbook.addWorksheet(name, {
    properties: { tabColor: { argb: `FF${view.tabColor}` } },
    views: [
      view.frozen
        ? {
            ...shared,
            state: 'frozen',
            xSplit: view.frozen.columns,
            ySplit: view.frozen.rows,
          }
        : { ...shared, state: 'normal' },
    ],
  });
}

/** Writes a cell. */
export function put(sheet: Worksheet, row: number, column: number, value: CellValue, style: Partial<Style>): void {
  const cell = sheet.getCell(row, column);
  cell.value = typeof value === 'string' ? asTyped(value) : value;
  cell.style = style;
}

/**
 * A text as the file has to hold it for the cell to show it as it was typed: there, `_x0041_` means the character U+0041.
 * Source: ECMA-376 Part 1, 22.9.2.19 ST_Xstring.
 */
const asTyped = (text: string): string => text.replace(/_(?=x[0-9A-Fa-f]{4}_)/g, '_x005F_');

/**
 * A formula with the value that it has now, so that programs that do not calculate show it too; errors as in `spec/cell-error.ts`.
 *
 * @param rowsBelow by how many rows it is to be filled down, which makes its row numbers longer
 * @throws InputError when the formula is longer than a cell may hold; only a network with very wide layers leads there
 */
export function live(formula: string, result: number | string, rowsBelow = 0): CellValue {
  const length = rowsBelow === 0 ? formula.length : lengthBelow(formula, rowsBelow);
  if (length > EXCEL_FORMULA_LENGTH)
    throw inputError(
      `This network needs a formula of ${length} characters, but a cell holds ${EXCEL_FORMULA_LENGTH}; give its layers fewer units or inputs.`,
      'layers',
    );
  const error = typeof result === 'number' ? errorShown(result) : undefined;
  if (error !== undefined) return { formula, result: { error } as CellErrorValue };
  return { formula, result };
}

/** The length of a formula that is filled down; row numbers behind a $ stay. */
const lengthBelow = (formula: string, rows: number): number =>
  formula.length < EXCEL_FORMULA_LENGTH / 7
    ? formula.length
    : formula.replace(/(?<=[A-Z])\d+/g, (row) => String(Number(row) + rows)).length;

/** Row heights and column widths in pixels at 100 % zoom. */
export function setWidths(sheet: Worksheet, widths: readonly number[]): void {
  for (const [k, width] of widths.entries()) sheet.getColumn(k + 1).width = width / PIXELS_PER_CHARACTER;
}

/** Sets the height of one row, in pixels. */
export function setHeight(sheet: Worksheet, row: number, height: number): void {
  sheet.getRow(row).height = height * POINTS_PER_PIXEL;
}

/** Sets heights of rows from the first on, in pixels. */
export function setHeights(sheet: Worksheet, heights: readonly number[]): void {
  for (const [k, height] of heights.entries()) setHeight(sheet, k + 1, height);
}

/** Width of a digit of Calibri 11 in pixels, the unit of column widths. */
const PIXELS_PER_CHARACTER = 7;

/** Points in a pixel at 96 dpi. */
const POINTS_PER_PIXEL = 0.75;

/** Width of a column that has none of its own, in pixels. */
export const DEFAULT_WIDTH = 64;

/** Height of a row that has none of its own, in pixels. */
export const DEFAULT_HEIGHT = 20;
