import { ALL_STEPS, type Budget, budgetOf } from '../budget.ts';
import type { CellPosition } from '../file/address.ts';
import { type Cell, cellKey, type LearnerSheet } from '../file/sheet.ts';
import type { LearnerBook } from '../file/workbook.ts';
import type { Ast } from './ast.ts';
import { evaluatorOf } from './evaluate.ts';
import { type Failure, failuresOf } from './failure.ts';
import { type Formulas, formulasOf, hasFormula } from './formulas.ts';
import { spokenAddress } from './quoted.ts';
import { SPENT } from './reader.ts';
import { reasons } from './tokens.ts';
import { isStop, type Unknown, type Value } from './value.ts';

export type { Failure } from './failure.ts';
export { formulasOf } from './formulas.ts';
export type { FailureKind } from './value.ts';

/** The cells of a workbook with the numbers and formulas in them. */
export interface Grid {
  readonly sheets: readonly LearnerSheet[];
  cell(sheet: string, place: CellPosition): Cell | undefined;
  /** The number that a cell shows; NaN where it shows an error, undefined where it holds no number. */
  number(sheet: string, place: CellPosition): number | undefined;
  /** The tree of a cell's formula, with cells and numbers in place of their defined names; undefined where there is none or it cannot be read. */
  formula(cell: Cell): Ast | undefined;
  /** What tells formulas apart that are not copies of one another. */
  pattern(cell: Cell): string | undefined;
  /** What a cell's formula gives with the numbers that the cells now show: NaN for an error, undefined where it is no number or not known. */
  recalculated(sheet: string, cell: Cell): number | undefined;
  /** Why a cell shows an error or a text in place of a number; undefined where it shows a number or nothing. */
  failureOf(cell: Cell): Failure | undefined;
  /** Why the formula of a cell cannot be judged: it is not read, or has no number that could be told. The end of a sentence. */
  unreadable(cell: Cell): string | undefined;
}

/** How a workbook is read. */
export interface GridOptions {
  /** What all reading and calculating takes from. */
  readonly budget?: Budget;
  /** Whether every formula is calculated, whatever numbers are stored. */
  readonly fresh?: boolean;
  /** The formulas, where they are read for another grid of the workbook too. */
  readonly formulas?: Formulas;
}

/** Opens a workbook's cells for reading. Formulas without a stored number are calculated, by a reader of our own. */
export function gridOf(book: LearnerBook, options: GridOptions = {}): Grid {
  const { budget = budgetOf(ALL_STEPS), fresh = false, formulas = formulasOf(book, budget) } = options;
  const byName = new Map(book.sheets.map((sheet) => [sheet.name.toLowerCase(), sheet]));
  const exact = new Map(book.sheets.map((sheet) => [sheet.name, sheet]));
  const sheetOf = (name: string): LearnerSheet | undefined => exact.get(name) ?? byName.get(name.toLowerCase());
  const evaluator = evaluatorOf({ sheet: sheetOf, formulas, budget, fresh });
  const cell = (sheet: string, { row, column }: CellPosition): Cell | undefined =>
    sheetOf(sheet)?.cells.get(cellKey(row, column));

  return {
    sheets: book.sheets,
    cell,
    number: (sheet, place) => {
      const found = cell(sheet, place);
      return found === undefined ? undefined : numberOf(evaluator.shown(found));
    },
    formula: (of) => (hasFormula(of) ? formulas.read(of).ast : undefined),
    pattern: (of) => (hasFormula(of) ? formulas.read(of).pattern() : undefined),
    recalculated: (_, of) => numberOf(evaluator.step(of)),
    failureOf: failuresOf(evaluator, formulas, cell),
    unreadable: (of) => {
      if (!hasFormula(of)) return undefined;
      const { why } = formulas.read(of);
      if (why !== undefined) return why === reasons.tooMuch ? SPENT.why : `its formula ${why}`;
      const value = evaluator.shown(of);
      return isStop(value) && value.kind === 'unknown' ? unknownInWords(of, value, formulas) : undefined;
    },
  };
}

/** A number, NaN for an error, undefined for what is none of both. */
const numberOf = (value: Value): number | undefined =>
  typeof value === 'number' ? value : isStop(value) && value.kind === 'fault' ? Number.NaN : undefined;

function unknownInWords(of: Cell, { why, cell, spent }: Unknown, formulas: Formulas): string {
  if (spent === true) return why;
  const withoutValue = 'and the file holds no value for it';
  if (cell === undefined || cell === of) return `${why}, ${withoutValue}`;
  const unread = hasFormula(cell) ? formulas.read(cell).why : undefined;
  const address = spokenAddress(cell, cell.sheet, of.sheet);
  return `it reads ${address}${unread === undefined ? `: ${why}` : `, whose formula ${unread}`}, ${withoutValue}`;
}
