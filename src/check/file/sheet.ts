import { type Place, placeOf } from './address.ts';
import { limits } from './limits.ts';
import { Unreadable } from './unreadable.ts';
import { scanXml } from './xml.ts';

/** A formula as a cell holds it: its text as it stands in the cell `home`, from where it was filled to others. */
export interface FormulaText {
  readonly text: string;
  readonly home: Place;
}

/** What a cell holds. */
export interface Cell extends Place {
  /** The stored value; an error as its name in `error`. */
  readonly value: number | string | undefined;
  /** The number as it is written in the file, for the digits that it has. */
  readonly written?: string;
  readonly error?: string;
  readonly formula?: FormulaText;
}

/** A sheet: its name and its filled cells. */
export interface Sheet {
  readonly name: string;
  readonly cells: ReadonlyMap<number, Cell>;
}

/** The key of a cell in {@link Sheet.cells}. */
export const keyOf = (row: number, column: number): number => row * 16_384 + column;

/** Counts the cells of all sheets. */
export interface CellCounter {
  count: number;
}

/**
 * Reads the cells of a worksheet part (ECMA-376 part 1, 18.3.1.73 sheetData).
 *
 * @param strings the shared strings
 * @throws Unreadable when the part is broken or has too many cells
 */
export function readSheet(name: string, xml: string, strings: readonly string[], counter: CellCounter): Sheet {
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
    if (++counter.count > limits.cells)
      throw new Unreadable(
        `The workbook has more than ${limits.cells.toLocaleString('en')} filled cells, too many to check.`,
      );
    cells.set(keyOf(row, column), { row, column, ...stored(), ...(text === undefined ? {} : { formula: text }) });
  };
  const stored = (): Pick<Cell, 'value' | 'written' | 'error'> => {
    if (type === 'e') return { value: undefined, error: value };
    if (type === 's') return { value: strings[Number(value)] ?? '' };
    if (type === 'str') return { value };
    if (type === 'inlineStr') return { value: inline };
    if (value === '') return { value: undefined };
    const number = Number(value);
    return Number.isFinite(number) ? { value: number, written: value } : { value: undefined };
  };
  const formulaOf = (): FormulaText | undefined => {
    if (shared !== undefined && formula === '') return masters.get(shared);
    if (formula === '') return undefined;
    const text = { text: formula.slice(0, 8_192), home: { row, column } };
    if (shared !== undefined) masters.set(shared, text);
    return text;
  };

  scanXml(xml, {
    open: (tag, attribute) => {
      if (tag === 'row') {
        row = bounded(attribute('r'), row + 1, 1_048_576);
        column = 0;
      } else if (tag === 'c') {
        const place = placeOf(attribute('r') ?? '');
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
      if (inside === 'v') value += text;
      else if (inside === 'f') formula += text;
      else if (inside === 't' && inline.length < limits.text) inline += text;
    },
    close: (tag) => {
      if (tag === inside) inside = undefined;
      if (tag !== 'c') return;
      inCell = false;
      if (row >= 1 && row <= 1_048_576 && column >= 1 && column <= 16_384) finish();
    },
  });
  return { name, cells };
}

function bounded(text: string | undefined, otherwise: number, most: number): number {
  const number = Number(text ?? otherwise);
  return Number.isInteger(number) && number >= 1 && number <= most ? number : otherwise;
}
