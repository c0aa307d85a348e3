import { type PackageParts, relationshipsOf, unzipParts } from './package-parts.ts';
import { type RawCell, type RawFormula, scanRows } from './scan-cells.ts';
import { type FormulaShift, shiftable } from './shift-formula.ts';
import { inlineText, readSharedStrings, unescapeString } from './strings.ts';
import { attribute, children, descend, parsePart } from './xml.ts';

/** An error in a cell as Excel names it, such as `#NUM!`. */
export interface CellError {
  readonly error: string;
}

/** What a cell shows; null is an empty cell. */
export type CellValue = number | string | boolean | CellError | null;

/** A cell of a file. */
export interface Cell {
  /** Such as `B7`. */
  readonly address: string;
  /** Counting from 1. */
  readonly row: number;
  /** Counting from 1. */
  readonly column: number;
  /** Without `=`; a member of a group of shared formulas has its own text, as if it were not shared. */
  readonly formula?: string;
  /** Whether that is an array formula. */
  readonly array?: boolean;
  /** The value the file holds: for a formula the one last calculated by whoever wrote the file. */
  readonly value: CellValue;
}

/** A worksheet of a file. */
export interface SheetContents {
  readonly name: string;
  /** The path of its part in the package. */
  readonly path: string;
  /** Every cell that is written, also those that are only formatted, by address. */
  readonly cells: ReadonlyMap<string, Cell>;
}

/** What a test wants to know of an .xlsx file. */
export interface WorkbookContents {
  /** In the order of the tabs. */
  readonly sheets: readonly SheetContents[];
  /** The names that hold for the whole workbook, with what they stand for; Excel's own (`_xlnm.…`) are left out. */
  readonly definedNames: ReadonlyMap<string, string>;
  /** Every part by path. */
  readonly parts: PackageParts;
}

/** A group of shared formulas. */
export interface SharedFormula {
  /** The name of the sheet. */
  readonly sheet: string;
  /** The area the group claims. */
  readonly ref: string;
  /** The address of the cell that holds the text. */
  readonly master: string;
  /** The formula, without `=`, as it reads in the master. */
  readonly text: string;
}

/** What was read, since several proofs of a test read the same bytes. */
const known = new WeakMap<Uint8Array, WorkbookContents>();

/**
 * Reads a workbook without a spreadsheet library and without the code under test. Array formulas are read like any
 * other; data tables (`t="dataTable"`) have no text and so count as plain values.
 * @throws Error where the bytes are no workbook; where a sheet cannot be read, once its cells are asked for.
 */
export function readWorkbook(bytes: Uint8Array): WorkbookContents {
  const before = known.get(bytes);
  if (before !== undefined) return before;
  const contents = contentsOf(bytes);
  known.set(bytes, contents);
  return contents;
}

/** Reads it, whether it was read before or not. */
function contentsOf(bytes: Uint8Array): WorkbookContents {
  const parts = unzipParts(bytes);
  const strings = readSharedStrings(parts);
  return {
    sheets: sheetPaths(parts).map(({ name, path }) => sheetOf(name, path, partAt(parts, path), strings)),
    definedNames: readDefinedNames(parts),
    parts,
  };
}

/** A sheet whose cells are read when they are asked for: most tests look at a few sheets. */
function sheetOf(name: string, path: string, part: Uint8Array, strings: readonly string[]): SheetContents {
  let cells: ReadonlyMap<string, Cell> | undefined;
  return {
    name,
    path,
    get cells() {
      cells ??= readCells(part, strings);
      return cells;
    },
  };
}

/** The groups of shared formulas of a workbook, sheet by sheet, in the order of their masters. */
export function sharedFormulas(bytes: Uint8Array): readonly SharedFormula[] {
  const parts = unzipParts(bytes);
  return sheetPaths(parts).flatMap(({ name, path }) =>
    scanRows(partAt(parts, path))
      .flatMap(({ cells }) => cells)
      .flatMap(({ address, formula }) => {
        const ref = formula?.attributes.get('ref');
        if (formula?.attributes.get('t') !== 'shared' || ref === undefined) return [];
        return [{ sheet: name, ref, master: address, text: formula.text }];
      }),
  );
}

/** The sheets of a workbook with the paths of their parts, in the order of the tabs. */
export function sheetPaths(parts: PackageParts): readonly { readonly name: string; readonly path: string }[] {
  const targets = new Map(relationshipsOf(parts, WORKBOOK).map(({ id, target }) => [id, target]));
  const sheets = descend(parsePart(partAt(parts, WORKBOOK)), 'sheets');
  return (sheets === undefined ? [] : children(sheets, 'sheet')).map((sheet) => ({
    name: attribute(sheet, 'name') ?? '',
    path: targets.get(attribute(sheet, 'r:id') ?? '') ?? '',
  }));
}

const WORKBOOK = 'xl/workbook.xml';

function partAt(parts: PackageParts, path: string): Uint8Array {
  const bytes = parts.get(path);
  if (bytes === undefined) throw new Error(`The package has no part "${path}"`);
  return bytes;
}

function readDefinedNames(parts: PackageParts): ReadonlyMap<string, string> {
  const names = descend(parsePart(partAt(parts, WORKBOOK)), 'definedNames');
  const found = new Map<string, string>();
  for (const element of names === undefined ? [] : children(names, 'definedName')) {
    const name = attribute(element, 'name') ?? '';
    if (!name.startsWith('_xlnm') && attribute(element, 'localSheetId') === undefined) found.set(name, element.text);
  }
  return found;
}

function readCells(sheetPart: Uint8Array, strings: readonly string[]): ReadonlyMap<string, Cell> {
  const cells = new Map<string, Cell>();
  const masters = new Map<string, Master>();
  for (const raw of scanRows(sheetPart).flatMap((row) => row.cells)) {
    const { address, row, column } = raw;
    const formula = raw.formula && readFormula(raw.formula, raw, masters);
    const value = readValue(raw, strings);
    const array = raw.formula?.attributes.get('t') === 'array' ? { array: true } : {};
    cells.set(address, { address, row, column, value, ...(formula === undefined ? {} : { formula, ...array }) });
  }
  return cells;
}

interface Master {
  readonly row: number;
  readonly column: number;
  readonly shift: FormulaShift;
}

function readFormula(formula: RawFormula, cell: RawCell, masters: Map<string, Master>): string | undefined {
  const type = formula.attributes.get('t');
  const group = formula.attributes.get('si') ?? '';
  if (type === 'dataTable') return undefined;
  if (type !== 'shared') return formula.text;
  if (formula.text !== '') {
    masters.set(group, { row: cell.row, column: cell.column, shift: shiftable(formula.text) });
    return formula.text;
  }
  const master = masters.get(group);
  if (master === undefined) throw new Error(`${cell.address} shares formula ${group}, which no cell before it holds`);
  return master.shift(cell.row - master.row, cell.column - master.column);
}

function readValue(cell: RawCell, strings: readonly string[]): CellValue {
  const { type, value } = cell;
  if (type === 'inlineStr') return inlineText(cell.inlineString ?? '');
  if (value === undefined) return null;
  switch (type) {
    case 's': {
      const text = strings[Number(value)];
      if (text === undefined) throw new Error(`${cell.address} shows shared string ${value}, which is not there`);
      return text;
    }
    case 'str':
    case 'd':
      return unescapeString(value);
    case 'b':
      return value === '1';
    case 'e':
      return { error: value };
    default:
      return Number(value);
  }
}
