import {
  CellError,
  type ConfigParams,
  DetailedCellError,
  ErrorType,
  FunctionArgumentType,
  FunctionPlugin,
  HyperFormula,
  type ImplementedFunctions,
  type RawCellContent,
} from 'hyperformula';
import { parseAddress } from './addresses.ts';
import { constant, dialect } from './hyperformula-dialect.ts';
import { type Cell, readWorkbook } from './read-workbook.ts';
import type { Edit, Recalculated } from './recalculated.ts';
import { unreadSheets } from './unread-sheets.ts';

/**
 * Calculates a workbook with HyperFormula from its formulas and constants alone, after the edits where there are any.
 * Nothing is rounded, and text is never taken for a date, a time or an amount of money.
 *
 * The values the file holds for its formulas are not used. Names that hold for one sheet only are not known.
 * @throws Error where an edit names a sheet that is not there.
 */
export function recalculateWithHyperFormula(bytes: Uint8Array, edits: readonly Edit[] = []): Recalculated {
  const calculation = calculationOf(bytes);
  for (const { sheet } of edits) calculation.add(sheet);
  const values = new Map<string, Values>();
  return {
    value(sheet, address) {
      const rows = values.get(sheet) ?? calculation.valuesOf(sheet, edits);
      values.set(sheet, rows);
      const { row, column } = parseAddress(address);
      const value = rows[row - 1]?.[column - 1] ?? null;
      return value instanceof DetailedCellError ? { error: value.value } : value;
    },
  };
}

type Values = ReturnType<HyperFormula['getSheetValues']>;

/** What functions of HyperFormula are made with, whose types it does not export. */
class OpenPlugin extends FunctionPlugin {
  readonly run = this.runFunction;
}
type Asked = Parameters<OpenPlugin['run']>;

/** ERROR.TYPE, which HyperFormula lacks; every error that it knows by the number that spreadsheets give it. */
class ErrorTypePlugin extends OpenPlugin {
  static override readonly implementedFunctions: ImplementedFunctions = {
    'ERROR.TYPE': { method: 'errorType', parameters: [{ argumentType: FunctionArgumentType.SCALAR }] },
  };

  errorType({ args }: { readonly args: Asked[0] }, state: Asked[1]): ReturnType<OpenPlugin['run']> {
    const numbers: Readonly<Record<string, number>> = { DIV_BY_ZERO: 2, VALUE: 3, REF: 4, NAME: 5, NUM: 6, NA: 7 };
    return this.run(args, state, this.metadata('ERROR.TYPE'), (value: unknown) => {
      const found = value instanceof CellError ? numbers[value.type] : undefined;
      return found ?? new CellError(ErrorType.NA);
    });
  }
}
HyperFormula.registerFunctionPlugin(ErrorTypePlugin, { enGB: { 'ERROR.TYPE': 'ERROR.TYPE' } });

/** The last few are kept, because most of the time goes into reading formulas. */
const KEPT = 3;
let kept: readonly Calculation[] = [];

function calculationOf(bytes: Uint8Array): Calculation {
  const calculation = kept.find((each) => each.bytes === bytes) ?? new Calculation(bytes);
  kept = [calculation, ...kept.filter((each) => each !== calculation)].slice(0, KEPT);
  return calculation;
}

/**
 * A workbook in HyperFormula. Sheets that no other one reads are only calculated where they are asked for: most formulas stand there, and
 * most tests want none of them.
 */
class Calculation {
  readonly bytes: Uint8Array;
  readonly #contents: ReadonlyMap<string, () => Rows>;
  readonly #engine: HyperFormula;
  #edits: readonly Edit[] = [];

  constructor(bytes: Uint8Array) {
    this.bytes = bytes;
    const workbook = readWorkbook(bytes);
    const unread = unreadSheets(workbook);
    this.#contents = new Map(workbook.sheets.map((sheet) => [sheet.name, once(() => sheetContents(sheet.cells))]));
    const first = [...this.#contents].filter(([name]) => !unread.has(name)).map(([name, rows]) => [name, rows()]);
    const names = [...workbook.definedNames].map(([name, formula]) => ({ name, expression: `=${dialect(formula)}` }));
    this.#engine = HyperFormula.buildFromSheets(Object.fromEntries(first), CONFIGURATION, names);
  }

  /** Has a sheet calculated. @throws Error where there is no such sheet. */
  add(sheet: string): void {
    if (this.#engine.doesSheetExist(sheet)) return;
    const rows = this.#contentsOf(sheet);
    this.#engine.addSheet(sheet);
    this.#engine.setSheetContent(this.#idOf(sheet), rows);
  }

  /** What the cells of a sheet show with these edits and no others. */
  valuesOf(sheet: string, edits: readonly Edit[]): Values {
    this.add(sheet);
    this.#edit(edits);
    return this.#engine.getSheetValues(this.#idOf(sheet));
  }

  /** Puts these edits in the place of those before. */
  #edit(edits: readonly Edit[]): void {
    const before = this.#edits;
    if (edits === before || edits.length + before.length === 0) return;
    this.#engine.batch(() => {
      for (const { sheet, address } of before) {
        const { row, column } = parseAddress(address);
        this.#put(sheet, address, this.#contentsOf(sheet)[row - 1]?.[column - 1] ?? null);
      }
      for (const { sheet, address, value } of edits) this.#put(sheet, address, typedContent(value));
    });
    this.#edits = edits;
  }

  #put(sheet: string, address: string, content: RawCellContent): void {
    const { row, column } = parseAddress(address);
    this.#engine.setCellContents({ sheet: this.#idOf(sheet), row: row - 1, col: column - 1 }, content);
  }

  #contentsOf(sheet: string): Rows {
    const rows = this.#contents.get(sheet);
    if (rows === undefined) throw new Error(`There is no sheet "${sheet}"`);
    return rows();
  }

  /** The number that HyperFormula gives a sheet that was added. */
  readonly #idOf = (sheet: string): number => this.#engine.getSheetId(sheet) ?? Number.NaN;
}

function once<Value extends object>(make: () => Value): () => Value {
  let made: Value | undefined;
  return () => {
    made ??= make();
    return made;
  };
}

function typedContent(value: Edit['value']): RawCellContent {
  if (typeof value !== 'string') return value;
  if (value === '') return null;
  return value.startsWith('=') ? `=${dialect(value.slice(1))}` : constant(value);
}

const CONFIGURATION: Partial<ConfigParams> = {
  licenseKey: 'gpl-v3',
  smartRounding: false,
  precisionEpsilon: 0,
  evaluateNullToZero: true,
  useArrayArithmetic: true,
  ignoreWhiteSpace: 'any',
  dateFormats: [],
  timeFormats: [],
  currencySymbol: [],
  parseDateTime: () => undefined,
};

type Rows = RawCellContent[][];

function sheetContents(cells: ReadonlyMap<string, Cell>): Rows {
  const rows: Rows = [];
  for (const { row, column, formula, value } of cells.values()) {
    place(rows, row, column, formula === undefined ? constant(value) : `=${dialect(formula)}`);
  }
  return rows;
}

function place(rows: Rows, row: number, column: number, content: RawCellContent): void {
  while (rows.length < row) rows.push([]);
  const cells = rows[row - 1] ?? [];
  while (cells.length < column) cells.push(null);
  cells[column - 1] = content;
}
