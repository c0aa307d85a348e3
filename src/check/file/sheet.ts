import { type CellPosition, positionOf } from './address.ts';
import { cutFormula, limits } from './limits.ts';
import { damaged, Unreadable } from './unreadable.ts';
import { scanXml } from './xml.ts';

/** A formula as a cell holds it: its text as it stands in the cell `home`, from where it was filled to others. */
export interface FormulaText {
  readonly text: string;
  readonly home: CellPosition;
}

/** What a cell holds. */
export interface Cell extends CellPosition {
  /** The name of its sheet. */
  readonly sheet: string;
  /** The stored value; an error as its name in `error`. */
  readonly value: number | string | undefined;
  /** The number as it is written in the file, for the digits that it has; without a value something that is no number, such as 1e999. */
  readonly written?: string | undefined;
  readonly error?: string | undefined;
  readonly formula?: FormulaText | undefined;
}

/** A sheet: its name and its filled cells. */
export interface LearnerSheet {
  readonly name: string;
  readonly cells: ReadonlyMap<number, Cell>;
}

/** The key of a cell in {@link LearnerSheet.cells}. */
export const cellKey = (row: number, column: number): number => row * 16_384 + column;

/** Counts the cells of all sheets. */
export interface CellCounter {
  count: number;
}

/** Counts one more. @throws Unreadable where there are too many */
export function countCell(counter: CellCounter): void {
  if (++counter.count > limits.cells)
    throw new Unreadable(
      `The workbook has more than ${limits.cells.toLocaleString('en')} filled cells, too many to check.`,
    );
}

/**
 * Reads the cells of a worksheet part (ECMA-376 part 1, 18.3.1.73 sheetData).
 *
 * @param strings the shared strings
 * @throws Unreadable when the part is broken or has too many cells
 */
export function readSheet(
  name: string,
  xml: Uint8Array,
  strings: readonly string[],
  counter: CellCounter,
): LearnerSheet {
  const cells = new Map<number, Cell>();
  const masters = new Map<string, FormulaText>();
  let row = 0;
  let column = 0;
  let type = 'n';
  let inCell = false;
  let inside: 'v' | 'f' | 't' | undefined;
  let value = '';
  let formula = '';
  let inline = '';
  let shared: string | undefined;

  const finish = (): void => {
    const text = formulaOf();
    if (value === '' && inline === '' && text === undefined) return;
    countCell(counter);
    const { value: is, written, error } = stored();
    // All cells have the same fields in the same order, which makes reading them several times as fast.
    cells.set(cellKey(row, column), { sheet: name, row, column, value: is, written, error, formula: text });
  };
  const stored = (): Pick<Cell, 'value' | 'written' | 'error'> => {
    if (type === 'e') return { value: undefined, error: errorNamed(value) };
    if (type === 's') return { value: strings[Number(value)] ?? '' };
    if (type === 'str') return { value: value.slice(0, limits.text) };
    if (type === 'inlineStr') return { value: inline.slice(0, limits.text) };
    return value.trim() === '' ? { value: undefined } : numberNamed(value);
  };
  const formulaOf = (): FormulaText | undefined => {
    if (shared !== undefined && formula === '') return masters.get(shared);
    if (formula === '') return undefined;
    const text = { text: cutFormula(formula), home: { row, column } };
    if (shared !== undefined) masters.set(shared, text);
    return text;
  };

  let isSheet = false;
  scanXml(xml, {
    open: (tag, attribute) => {
      if (tag === 'sheetData') isSheet = true;
      else if (tag === 'row') {
        row = bounded(attribute('r'), row + 1, 1_048_576);
        column = 0;
      } else if (tag === 'c') {
        const place = positionOf(attribute('r') ?? '');
        row = place?.row ?? row;
        column = place?.column ?? column + 1;
        type = attribute('t') ?? 'n';
        [value, formula, inline, shared, inCell] = ['', '', '', undefined, true];
      } else if (inCell && (tag === 'v' || tag === 't' || tag === 'f')) {
        inside = tag;
        if (tag === 'f' && attribute('t') === 'shared') shared = attribute('si');
      }
    },
    text: (text) => {
      if (inside === 'v' && value.length < limits.text) value += text;
      else if (inside === 'f' && formula.length <= limits.formula) formula += text;
      else if (inside === 't' && inline.length < limits.text) inline += text;
    },
    close: (tag) => {
      if (tag === inside) inside = undefined;
      if (tag !== 'c') return;
      inCell = false;
      if (row >= 1 && row <= 1_048_576 && column >= 1 && column <= 16_384) finish();
    },
  });
  if (!isSheet) throw damaged('a sheet of it holds no rows');
  return { name, cells };
}

function bounded(text: string | undefined, otherwise: number, most: number): number {
  const number = Number(text ?? otherwise);
  return Number.isInteger(number) && number >= 1 && number <= most ? number : otherwise;
}

/** Characters that are kept of a number: those that are longer are none, for it has a sign, 17 digits and an exponent. */
const MOST_WRITTEN = 100;

/** A number as XML writes it (W3C, "XML Schema Part 2", 3.2.5 double), or what stands in its place. */
function numberNamed(text: string): Pick<Cell, 'value' | 'written'> {
  const written = text.trim();
  const isNumber = written.length <= MOST_WRITTEN && /^[+-]?(?:\d+\.?\d*|\.\d+)(?:[eE][+-]?\d+)?$/.test(written);
  const number = isNumber ? Number(written) : Number.NaN;
  return { value: Number.isFinite(number) ? number : undefined, written: written.slice(0, MOST_WRITTEN) };
}

/** An error by its name (ECMA-376 part 1, 18.18.11 ST_CellType; LibreOffice's Err:522 besides); any other text is no error's name. */
const errorNamed = (text: string): string => (/^(?:#[A-Z0-9_/]{1,16}[!?]?|Err:\d{3})$/.test(text) ? text : '#VALUE!');
