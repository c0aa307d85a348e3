import { LAST_COLUMN, LAST_ROW } from '../addresses.ts';
import type { RawCell } from '../scan-cells.ts';
import { readSharedStrings } from '../strings.ts';
import type { PackageView, SheetView } from './package-view.ts';
import { CELL_ERRORS, numberFault } from './plain-number.ts';

const LONGEST_FORMULA = 8_192;

/** Cells out of order or there twice, values that are none, formulas that are too long or have no value. */
export function* cellFaults(view: PackageView): Iterable<string> {
  const strings = view.roots.has('xl/sharedStrings.xml') ? readSharedStrings(view.parts).length : 0;
  for (const sheet of view.sheets) {
    yield* orderFaults(sheet);
    for (const cell of sheet.rows.flatMap(({ cells }) => cells)) {
      for (const fault of [...formulaFaults(cell), ...valueFaults(cell, strings)]) {
        yield `${sheet.name}!${cell.address} ${fault}`;
      }
    }
  }
}

function* orderFaults({ name, rows }: SheetView): Iterable<string> {
  const seen = new Set<string>();
  let lastRow = 0;
  for (const { row, cells } of rows) {
    if (row <= lastRow) yield `${name}: row ${row} comes after row ${lastRow}`;
    if (row < 1 || row > LAST_ROW) yield `${name}: row ${row} is not on a sheet`;
    lastRow = row;
    let lastColumn = 0;
    for (const cell of cells) {
      if (seen.has(cell.address)) yield `${name}: the cell ${cell.address} is there twice`;
      else if (cell.column <= lastColumn) yield `${name}: the cell ${cell.address} is out of order`;
      if (cell.row !== row) yield `${name}: the cell ${cell.address} is in row ${row}`;
      if (cell.column > LAST_COLUMN) yield `${name}: the cell ${cell.address} is not on a sheet`;
      seen.add(cell.address);
      lastColumn = cell.column;
    }
  }
}

function* formulaFaults({ formula, value }: RawCell): Iterable<string> {
  if (formula === undefined) return;
  if (value === undefined) yield 'has a formula but no value';
  if (formula.text.length > LONGEST_FORMULA) yield `has a formula of ${formula.text.length} characters`;
  if (formula.text === '' && !['shared', 'dataTable'].includes(formula.attributes.get('t') ?? '')) {
    yield 'has an empty formula';
  }
  if (formula.text.startsWith('=')) yield 'has a formula that begins with =';
}

function* valueFaults({ type, formula, value, inlineString }: RawCell, strings: number): Iterable<string> {
  if (type === 'inlineStr' && inlineString === undefined) yield 'is an inline string without one';
  if (value === undefined) return;
  switch (type) {
    case 'n': {
      const fault = numberFault(value);
      if (fault !== undefined) yield `has a value that ${fault}`;
      return;
    }
    case 'b':
      if (value !== '0' && value !== '1') yield `is "${value}", neither true nor false`;
      return;
    case 'e':
      if (!CELL_ERRORS.has(value)) yield `shows "${value}", which is no error`;
      return;
    case 's':
      if (!/^\d+$/.test(value) || Number(value) >= strings) yield `shows shared string "${value}" of ${strings}`;
      return;
    case 'str':
      // The empty text is a value only a formula has; Excel writes it just so.
      if (value === '' && formula === undefined) yield 'has a value that is empty';
      // Some programs trim it as they load the file, and then show another text.
      if (value !== value.trim()) yield `has a value with a space at its beginning or end: "${value}"`;
      if (/^[+-]?(?:NaN|Infinity)$/.test(value)) yield `shows "${value}"`;
  }
}
