import type { Place } from '../file/address.ts';
import { type Cell, type FormulaText, keyOf, type Sheet } from '../file/sheet.ts';
import type { Book } from '../file/workbook.ts';
import { type Ast, partsOf, type Reference, targetOf } from './ast.ts';
import { calculate, isKnownCall, type Value } from './calculate.ts';
import { parseFormula } from './parse.ts';

/** The cells of a workbook with the numbers and formulas in them. */
export interface Grid {
  readonly sheets: readonly Sheet[];
  cell(sheet: string, place: Place): Cell | undefined;
  /** The number that a cell shows; NaN where it shows an error, undefined where it holds no number. */
  number(sheet: string, place: Place): number | undefined;
  /** The tree of a cell's formula; undefined where there is none or it cannot be read. */
  formula(cell: Cell): Ast | undefined;
  /** What tells formulas apart that are not copies of one another. */
  pattern(cell: Cell): string | undefined;
  /** What a cell's formula gives with the numbers that the cells now show. */
  recalculated(sheet: string, cell: Cell): number | undefined;
  /** Whether a formula without a stored number has none, though it and all cells that it reads are understood. */
  fails(sheet: string, cell: Cell): boolean;
}

/** Cells that wait for each other's numbers; a longer chain has no number. */
const MAX_CHAIN = 400;

/**
 * Opens a workbook's cells for reading. Formulas without a stored number are calculated, by a reader of our own.
 *
 * @param fresh calculates every formula, whatever numbers are stored
 */
export function gridOf({ sheets }: Book, fresh = false): Grid {
  const byName = new Map(sheets.map((sheet) => [sheet.name.toLowerCase(), sheet]));
  const parsed = new Map<FormulaText, { readonly ast: Ast | undefined; readonly pattern: string }>();
  const numbers = new Map<Cell, number | undefined>();
  const waiting = new Set<Cell>();

  const read = (formula: FormulaText) => {
    const known = parsed.get(formula);
    if (known !== undefined) return known;
    const ast = parseFormula(formula.text, formula.home);
    const entry = { ast, pattern: ast === undefined ? formula.text : JSON.stringify(ast) };
    parsed.set(formula, entry);
    return entry;
  };
  const cell = (sheet: string, { row, column }: Place) =>
    byName.get(sheet.toLowerCase())?.cells.get(keyOf(row, column));
  const valueAt = (sheet: string, place: Place): Value => {
    const found = cell(sheet, place);
    if (found === undefined) return undefined;
    return typeof found.value === 'string' ? found.value : number(sheet, place);
  };
  const recalculated = (sheet: string, of: Cell): number | undefined => {
    const ast = of.formula === undefined ? undefined : read(of.formula).ast;
    if (ast === undefined) return undefined;
    const result = calculate(ast, (reference) => valueAt(reference.sheet ?? sheet, targetOf(reference, of)));
    return typeof result === 'number' ? (Number.isFinite(result) ? result : Number.NaN) : undefined;
  };
  const number = (sheet: string, place: Place): number | undefined => {
    const found = cell(sheet, place);
    if (found === undefined) return undefined;
    if (found.formula === undefined || !(fresh || (found.value === undefined && found.error === undefined)))
      return stored(found);
    if (numbers.has(found)) return numbers.get(found);
    if (waiting.has(found) || waiting.size > MAX_CHAIN) return stored(found) ?? Number.NaN;
    waiting.add(found);
    const result = recalculated(sheet, found) ?? stored(found);
    waiting.delete(found);
    numbers.set(found, result);
    return result;
  };
  const fails = (sheet: string, of: Cell): boolean => {
    const ast = of.formula === undefined || of.value !== undefined ? undefined : read(of.formula).ast;
    if (ast === undefined || !isKnown(ast) || !Number.isNaN(recalculated(sheet, of))) return false;
    return referencesIn(ast).every((reference) => {
      const value = valueAt(reference.sheet ?? sheet, targetOf(reference, of));
      return !(typeof value === 'number' && Number.isNaN(value));
    });
  };
  return {
    sheets,
    cell,
    number,
    formula: ({ formula }) => (formula === undefined ? undefined : read(formula).ast),
    pattern: ({ formula }) => (formula === undefined ? undefined : read(formula).pattern),
    recalculated,
    fails,
  };
}

/** Whether all of a formula can be calculated here. */
const isKnown = (ast: Ast): boolean =>
  ast.kind !== 'name' && (ast.kind !== 'call' || isKnownCall(ast.name)) && partsOf(ast).every(isKnown);

/** The single cells that a formula reads. */
const referencesIn = (ast: Ast): readonly Reference[] =>
  ast.kind === 'cell' ? [ast] : partsOf(ast).flatMap(referencesIn);

const stored = ({ value, error }: Cell): number | undefined =>
  error !== undefined ? Number.NaN : typeof value === 'number' ? value : undefined;
