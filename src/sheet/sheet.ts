import type { Filling } from '../training/filling.ts';
import type { SheetCell } from './cell.ts';
import type { Figure } from './figure.ts';
import type { LineChart } from './line-chart.ts';
import type { Mark } from './look.ts';
import type { PrintSetup } from './print.ts';
import type { ScatterChart } from './scatter-chart.ts';

/** A sheet as plain data. Rows and columns are counted from 1, lengths are pixels at 100 % zoom, colours RRGGBB. */
export interface Sheet {
  readonly name: string;
  readonly tabColor: string;
  readonly opens: SheetView;
  /** Whether it is kept from the list of sheets. */
  readonly hidden: boolean;
  /** Each position at most once. */
  readonly cells: readonly SheetCell[];
  /** Of the columns from the first on; the others are {@link DEFAULT_WIDTH} wide. */
  readonly widths: readonly number[];
  /** Columns that are not shown. */
  readonly hiddenColumns?: readonly number[];
  /** Of rows; the others are {@link DEFAULT_HEIGHT} high. */
  readonly heights: ReadonlyMap<number, number>;
  /** Rows and columns that fold away with one click; missing where nothing does. */
  readonly folds?: Folds;
  readonly merged: readonly MergedCells[];
  /** Looks that depend on numbers; of those with different priorities, the lower number wins. */
  readonly rules: readonly RuleSet[];
  readonly print?: PrintSetup;
  /** Names that formulas may use, and the cells that they stand for, such as `'LR 0.1'!$A$1`. */
  readonly names: ReadonlyMap<string, string>;
  readonly charts: readonly Chart[];
  /** Drawn over the cells, the first at the back. */
  readonly figures: readonly Figure[];
  /** How the last row goes on below, as when a person drags the corner of the selection. */
  readonly fillDown?: Filling;
}

/** A chart of any kind. */
export type Chart = LineChart | ScatterChart;

/** Whether a chart has lines over the iterations. */
export const isLineChart = (chart: Chart): chart is LineChart => !('kind' in chart);

/** A sheet without what makes it one of many, and before it is known how it is printed. */
export type SheetBody = Omit<Sheet, 'name' | 'tabColor' | 'print'>;

/** How a sheet opens. */
export interface SheetView {
  /** Rows and columns that stay in view. */
  readonly frozen?: { readonly rows: number; readonly columns: number };
  /** Per cent; 100 unless given. */
  readonly zoom?: number;
  /** The cell that is selected when the sheet opens. */
  readonly selected: string;
  /** The first cell in view below and beside what is frozen, where it is not the first of all. */
  readonly topLeft?: string;
}

/** Rows and columns that fold away; the switch is above and on the left. */
export interface Folds {
  readonly rows: readonly number[];
  readonly columns: readonly number[];
}

/** Cells that are one. */
export interface MergedCells {
  readonly top: number;
  readonly left: number;
  readonly bottom: number;
  readonly right: number;
}

/** Rules over the same cells (ECMA-376 Part 1, 18.3.1.18 conditionalFormatting). */
export interface RuleSet {
  /** Such as `B5:D20`, several of them with spaces between. */
  readonly range: string;
  readonly rules: readonly MarkRule[];
  /** Colours by number, where no rule gives a fill. */
  readonly scale?: ColorScale;
}

/**
 * Colours between those of two or three points, by how near a cell's number is to each (ECMA-376 Part 1, 18.3.1.16 colorScale).
 * LibreOffice keeps such colours under a rule's lines only where both have the same range.
 */
export interface ColorScale {
  readonly priority: number;
  readonly points: readonly ScalePoint[];
}

/** A number, or the cell that holds it, and its colour. */
export interface ScalePoint {
  readonly at: number | string;
  readonly color: string;
}

/** The cells where a rule holds get a mark. */
export type MarkRule = FormulaRule | NumberRule;

/** The formula is that of the first cell, and is filled over the others. */
export interface FormulaRule {
  readonly priority: number;
  readonly formula: string;
  readonly mark: Mark;
}

/** The cell's number lies within two bounds, which count as within, or beyond them; so no rule depends on which cell is the first. */
export interface NumberRule {
  readonly priority: number;
  readonly lies: 'within' | 'beyond';
  readonly from: number;
  readonly to: number;
  readonly mark: Mark;
}

/** Width of a column that has none of its own. */
export const DEFAULT_WIDTH = 64;

/** Height of a row that has none of its own. */
export const DEFAULT_HEIGHT = 20;
