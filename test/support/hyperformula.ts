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
import { formulaTokens } from './formula-tokens.ts';
import { type Cell, type CellValue, readWorkbook, type WorkbookContents } from './read-workbook.ts';
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
  const opened = openedFrom(bytes);
  const isApart = edits.some(({ sheet }) => opened.unread.has(sheet));
  let values = valuesAfter(isApart ? opened.whole() : opened.main(), edits);
  return {
    value(sheet, address) {
      if (values[sheet] === undefined && opened.unread.has(sheet)) values = valuesAfter(opened.whole(), edits);
      const rows = values[sheet];
      if (rows === undefined) throw new Error(`There is no sheet "${sheet}"`);
      const { row, column } = parseAddress(address);
      const value = rows[row - 1]?.[column - 1] ?? null;
      return value instanceof DetailedCellError ? { error: value.value } : value;
    },
  };
}

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

/** Sheets of a workbook that HyperFormula holds, and the edits that are in them now. */
interface Calculation {
  readonly engine: HyperFormula;
  readonly contents: Readonly<Record<string, Rows>>;
  edits: readonly Edit[];
}

/** A workbook that was read. */
interface Opened {
  readonly bytes: Uint8Array;
  /** The sheets that no other one reads: most formulas stand there, and most tests want none of them. */
  readonly unread: ReadonlySet<string>;
  readonly main: () => Calculation;
  readonly whole: () => Calculation;
}

/** The last few are kept, because most of the time goes into reading formulas. */
const KEPT = 2;
let kept: readonly Opened[] = [];

function openedFrom(bytes: Uint8Array): Opened {
  const opened = kept.find((each) => each.bytes === bytes) ?? open(bytes);
  kept = [opened, ...kept.filter((each) => each !== opened)].slice(0, KEPT);
  return opened;
}

function open(bytes: Uint8Array): Opened {
  const workbook = readWorkbook(bytes);
  const unread = unreadSheets(workbook);
  return {
    bytes,
    unread,
    main: once(() => calculationOf(workbook, (name) => !unread.has(name))),
    whole: once(() => calculationOf(workbook, () => true)),
  };
}

function once<Value extends object>(make: () => Value): () => Value {
  let made: Value | undefined;
  return () => {
    made ??= make();
    return made;
  };
}

function calculationOf({ sheets, definedNames }: WorkbookContents, wanted: (sheet: string) => boolean): Calculation {
  const contents = Object.fromEntries(
    sheets.filter(({ name }) => wanted(name)).map(({ name, cells }) => [name, sheetContents([...cells.values()])]),
  );
  const names = [...definedNames].map(([name, formula]) => ({ name, expression: `=${dialect(formula)}` }));
  return { engine: HyperFormula.buildFromSheets(contents, CONFIGURATION, names), contents, edits: [] };
}

/** What all cells show with these edits, in place of those before. */
function valuesAfter(calculation: Calculation, edits: readonly Edit[]): ReturnType<HyperFormula['getAllSheetsValues']> {
  const { engine, contents, edits: before } = calculation;
  if (before.length + edits.length > 0)
    engine.batch(() => {
      for (const { sheet, address } of before) {
        const { row, column } = parseAddress(address);
        put(engine, sheet, address, contents[sheet]?.[row - 1]?.[column - 1] ?? null);
      }
      for (const { sheet, address, value } of edits) put(engine, sheet, address, typedContent(value));
    });
  calculation.edits = edits;
  return engine.getAllSheetsValues();
}

function put(engine: HyperFormula, sheet: string, address: string, content: RawCellContent): void {
  const id = engine.getSheetId(sheet);
  if (id === undefined) throw new Error(`There is no sheet "${sheet}" to edit`);
  const { row, column } = parseAddress(address);
  engine.setCellContents({ sheet: id, row: row - 1, col: column - 1 }, content);
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

function sheetContents(cells: readonly Cell[]): Rows {
  const rows: Rows = [];
  for (const { row, column, formula, value } of cells) {
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

/** A constant so written that HyperFormula does not take text for a number, a date or a formula. */
function constant(value: CellValue): RawCellContent {
  if (typeof value === 'string') return `'${value}`;
  return value !== null && typeof value === 'object' ? value.error : value;
}

/** The formula in HyperFormula's dialect, which lacks numbers with an exponent, bare TRUE and Excel's `_xlfn.`. */
function dialect(formula: string): string {
  if (!/[eE]|_xlfn/i.test(formula)) return formula;
  return formulaTokens(formula)
    .map(({ kind, text }) => {
      if (kind === 'number') return plainDecimal(text);
      if (kind === 'function') return text.replace(/^_xlfn\./i, '');
      return kind === 'name' && /^(?:true|false)$/i.test(text) ? `${text}()` : text;
    })
    .join('');
}

/** The same decimal number written without an exponent, digit for digit. */
function plainDecimal(number: string): string {
  const [, whole = '', fraction = '', exponent] = /^(\d*)\.?(\d*)[eE]([+-]?\d+)$/.exec(number) ?? [];
  if (exponent === undefined) return number;
  const digits = whole + fraction;
  const point = whole.length + Number(exponent);
  if (point <= 0) return `0.${'0'.repeat(-point)}${digits}`;
  return point >= digits.length ? digits.padEnd(point, '0') : `${digits.slice(0, point)}.${digits.slice(point)}`;
}
