import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { initSync, Model } from '@ironcalc/wasm';
import { type Cell, type CellValue, readWorkbook, type WorkbookContents } from './read-workbook.ts';
import { type Recalculated, recalculated } from './recalculated.ts';

/** Enough digits for every number to be told from the next. */
const ALL_DIGITS = '0.0000000000000000E+00';

/** The kinds of values, by IronCalc's numbers for them; all others are texts. */
const TYPES = { number: 1, logical: 4, error: 16 } as const;

let ready = false;

function start(): void {
  if (ready) return;
  const path = createRequire(import.meta.url).resolve('@ironcalc/wasm/wasm_bg.wasm');
  initSync({ module: readFileSync(path) });
  ready = true;
}

/**
 * Calculates a workbook with IronCalc from its formulas and constants alone. It imitates Excel, and shares no code with the other
 * calculators; the values that the file holds for its formulas are not used. It is slow: for small workbooks.
 */
export function recalculateWithIronCalc(bytes: Uint8Array): Recalculated {
  start();
  const workbook = readWorkbook(bytes);
  const model = new Model('workbook', 'en', 'UTC', 'en');
  try {
    fill(model, workbook);
    return recalculated(valuesOf(model, workbook));
  } finally {
    model.free();
  }
}

function fill(model: Model, { sheets, definedNames }: WorkbookContents): void {
  model.pauseEvaluation();
  for (const [k, { name }] of sheets.entries()) {
    if (k > 0) model.newSheet();
    model.renameSheet(k, name);
  }
  for (const [name, formula] of definedNames) model.newDefinedName(name, undefined, formula);
  for (const [k, { cells }] of sheets.entries()) for (const cell of cells.values()) put(model, k, cell);
  model.resumeEvaluation();
  model.evaluate();
}

function put(model: Model, sheet: number, { row, column, formula, array, value }: Cell): void {
  if (formula === undefined) {
    // An apostrophe before a text keeps it from being taken for a number or a formula.
    if (value !== null) model.setUserInput(sheet, row, column, typeof value === 'string' ? `'${value}` : String(value));
  } else if (array) model.setUserArrayFormula(sheet, row, column, 1, 1, `=${formula}`);
  else model.setUserInput(sheet, row, column, `=${formula}`);
}

function valuesOf(model: Model, { sheets }: WorkbookContents): ReadonlyMap<string, ReadonlyMap<string, CellValue>> {
  return new Map(
    sheets.map(({ name, cells }, sheet) => {
      const all = [...cells.values()];
      const [height, width] = [
        Math.max(1, ...all.map(({ row }) => row)),
        Math.max(1, ...all.map(({ column }) => column)),
      ];
      model.updateRangeStyle({ sheet, row: 1, column: 1, width, height }, 'num_fmt', ALL_DIGITS);
      return [name, new Map(all.map((cell) => [cell.address, shownValue(model, sheet, cell)] as const))] as const;
    }),
  );
}

function shownValue(model: Model, sheet: number, { row, column }: Cell): CellValue {
  const text = model.getFormattedCellValue(sheet, row, column);
  switch (model.getCellType(sheet, row, column)) {
    case TYPES.number:
      return text === '' ? null : Number(text);
    case TYPES.logical:
      return text === 'TRUE';
    case TYPES.error:
      return { error: text };
    default:
      return text;
  }
}
