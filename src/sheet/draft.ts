import { type Content, isFormula, type SheetCell } from './cell.ts';
import { flatText } from './flat-text.ts';
import type { Look } from './look.ts';
import type { ColorScale, Folds, MarkRule, MergedCells, RuleSet, SheetBody, SheetView } from './sheet.ts';

/** What a cell has besides its content and its look. */
export type CellExtras = Pick<SheetCell, 'note' | 'validation'>;

/** What a sheet has besides its cells and what belongs to them. */
type Finish = Partial<Pick<SheetBody, 'charts' | 'figures' | 'fillDown' | 'hidden' | 'hiddenColumns'>>;

/** Cells in a column, at most (ECMA-376 limits a sheet to 1,048,576 rows). */
const ROWS = 2 ** 20;

/** A sheet while it is laid out, part after part; {@link finish} makes the value of it. Nothing else of a sheet ever changes. */
export class SheetDraft {
  readonly #cells = new Map<number, SheetCell>();
  readonly #heights = new Map<number, number>();
  readonly #names = new Map<string, string>();
  readonly #rules: RuleSet[] = [];
  readonly #merged: MergedCells[] = [];
  #widths: readonly number[] = [];
  #folds: Folds | undefined;

  #opens: SheetView;

  constructor(opens: SheetView) {
    this.#opens = opens;
  }

  /** Puts a cell, in the place of what stood there before. */
  put(row: number, column: number, content: Content, look: Look, extras: CellExtras = {}): void {
    if (isFormula(content)) flatText(content.formula);
    this.#cells.set(column * ROWS + row, { row, column, content, look, ...extras });
  }

  /** Puts cells that are made already. */
  add(cells: readonly SheetCell[]): void {
    for (const cell of cells) this.#cells.set(cell.column * ROWS + cell.row, cell);
  }

  /** Sets the widths of the columns from the first on. */
  setWidths(widths: readonly number[]): void {
    this.#widths = widths;
  }

  /** How large the sheet opens, in per cent. */
  setZoom(zoom: number): void {
    this.#opens = { ...this.#opens, zoom };
  }

  setHeight(row: number, height: number): void {
    this.#heights.set(row, height);
  }

  /** Sets the heights of the rows from the first on. */
  setHeights(heights: readonly number[]): void {
    for (const [k, height] of heights.entries()) this.setHeight(k + 1, height);
  }

  merge(area: MergedCells): void {
    this.#merged.push(area);
  }

  /** Lets rows and columns fold away. */
  fold(folds: Folds): void {
    this.#folds = folds;
  }

  /** Marks the cells of a range where a rule holds. */
  mark(range: string, ...rules: readonly MarkRule[]): void {
    this.#rules.push({ range, rules });
  }

  /** Colours the cells of a range by their numbers; marks go before. */
  colour(range: string, scale: ColorScale, ...rules: readonly MarkRule[]): void {
    this.#rules.push({ range, rules, scale });
  }

  /** Gives cells a name that formulas may use. */
  define(name: string, cells: string): void {
    this.#names.set(name, cells);
  }

  /** The cells of a row so far. */
  row(row: number): readonly SheetCell[] {
    return [...this.#cells.values()].filter((cell) => cell.row === row);
  }

  finish({ charts = [], figures = [], hidden = false, ...rest }: Finish): SheetBody {
    return {
      opens: this.#opens,
      hidden,
      cells: [...this.#cells.values()],
      widths: this.#widths,
      heights: this.#heights,
      ...(this.#folds === undefined ? {} : { folds: this.#folds }),
      merged: this.#merged,
      rules: this.#rules,
      names: this.#names,
      charts,
      figures,
      ...rest,
    };
  }
}
