import type { Workbook, Worksheet } from 'exceljs';
import { excelFormula } from '../expression/excel.ts';
import type { Column } from '../model/column.ts';
import { LEARNING_RATE, TOTAL_ERROR } from '../spec/topology.ts';
import type { Trace } from '../spec/trace.ts';
import { absolute, onSheet, relative } from './address.ts';
import { type Book, traceOf } from './book.ts';
import { LEARNING_RATE_CELL, learningRateName, rateSheet, type TableLayout } from './layout.ts';
import { colors, ink, shades } from './palette.ts';
import { addSheet, live, put, type Sheet, setHeights } from './sheet.ts';
import { body, formats, header, iterationStyle, look, styles } from './style.ts';
import { tableCharts } from './table-charts.ts';
import { bandEnd, columnWidths, formulaHeight, formulaLines } from './table-sizes.ts';
import { words } from './words.ts';

/** What a learning-rate sheet shows: the book, and the training run of this sheet. */
interface TableContents extends Book {
  readonly trace: Trace;
}

/** Rows that are written out; the last of them is the pattern that is filled down. */
const WRITTEN_ITERATIONS = 2;

/** The sheet of one learning rate: its charts in a frozen band, and below one row per iteration. */
export function tableSheet(workbook: Workbook, book: Book, position: number): Sheet {
  const { topology, table } = book;
  const trace = traceOf(book, position);
  const contents: TableContents = { ...book, trace };
  const name = rateSheet(trace.learningRate);
  const sheet = addSheet(workbook, name, {
    tabColor: book.looks[position]?.line.color ?? ink.strong,
    frozen: { rows: table.formulaRow, columns: 1 },
    selected: relative(table.firstRow, 2),
  });
  const widths = columnWidths(table);
  const heights = [32, 4, 25, 25, 25, 25, 25, 25, 25, 4, 20, 19, formulaHeight(table)];
  for (const [k, width] of widths.entries()) sheet.getColumn(k + 1).width = width / 7;
  setHeights(sheet, heights);

  writeBand(sheet, contents, bandEnd(widths));
  writeHeader(sheet, table);
  const written = Math.min(WRITTEN_ITERATIONS, table.iterations);
  for (let k = 1; k <= written; k++) writeIteration(sheet, contents, k);
  tintEveryTenth(sheet, table);
  workbook.definedNames.add(
    onSheet(name, absolute(LEARNING_RATE_CELL.row, LEARNING_RATE_CELL.column)),
    learningRateName(position + 1),
  );

  return {
    name,
    charts: tableCharts({ topology, table, trace, widths, heights }),
    fillDown: {
      rows: table.iterations - written,
      values: (k) => {
        const iteration = written + 1 + k;
        return [iteration, ...trace.row(iteration)];
      },
      error: '#NUM!',
    },
  };
}

/** Title, learning rate and summary, above the table and beside the charts. */
function writeBand(sheet: Worksheet, { table, trace }: TableContents, end: number): void {
  const rate = sheet.getCell(LEARNING_RATE_CELL.row, LEARNING_RATE_CELL.column);
  rate.value = trace.learningRate;
  rate.style = look({
    size: 12,
    bold: true,
    color: colors.typed,
    fill: colors.typedFill,
    box: colors.typedBorder,
    format: formats.titledRate,
    align: 'center',
  });
  rate.dataValidation = {
    type: 'decimal',
    operator: 'greaterThan',
    formulae: [0],
    allowBlank: false,
    showErrorMessage: true,
    errorTitle: words.table.notARate.title,
    error: words.table.notARate.text,
  };
  put(sheet, 1, 2, words.table.title, styles.tableTitle);
  put(sheet, 1, end + 1, words.table.reading, styles.subtitle);

  const total = trace.series(TOTAL_ERROR);
  const first = total[0] ?? Number.NaN;
  const last = total.at(-1) ?? Number.NaN;
  const firstCell = table.cell(TOTAL_ERROR, 1);
  const lastCell = table.cell(TOTAL_ERROR, table.iterations);
  const lines = [
    { label: words.table.first(TOTAL_ERROR), formula: firstCell, value: first, format: formats.summary },
    { label: words.table.last(TOTAL_ERROR, table.iterations), formula: lastCell, value: last, format: formats.summary },
    { label: words.table.ratio, formula: `${lastCell}/${firstCell}`, value: last / first, format: formats.ratio },
  ];
  for (const [k, line] of lines.entries()) {
    const row = 3 + k;
    put(sheet, row, 2, line.label, look({ color: colors.muted, bottom: ['hair', colors.hair] }));
    for (let column = 3; column < end; column++) put(sheet, row, column, null, look({ bottom: ['hair', colors.hair] }));
    const style = look({ bold: true, format: line.format, align: 'right', bottom: ['hair', colors.hair] });
    put(sheet, row, end, live(line.formula, line.value), style);
  }
}

/** Group bars, names, and every column's formula in symbols. */
function writeHeader(sheet: Worksheet, table: TableLayout): void {
  put(sheet, table.groupRow, table.iterationColumn, null, header.group(ink, false));
  put(sheet, table.nameRow, table.iterationColumn, words.table.iteration, header.name(ink, false));
  put(sheet, table.formulaRow, table.iterationColumn, words.table.iterationSymbol, header.formula(ink, false));
  for (const group of table.groups) {
    for (const [k, column] of group.columns.entries()) {
      const at = table.column(column.name);
      const shade = shades[column.role];
      put(sheet, table.groupRow, at, k === 0 ? group.title : null, header.group(shade, k === 0));
      put(sheet, table.nameRow, at, column.name, header.name(shade, k === 0));
      put(sheet, table.formulaRow, at, formulaLines(column).join('\n'), header.formula(shade, k === 0));
    }
  }
}

/** One row: iteration k, every quantity a formula. */
function writeIteration(sheet: Worksheet, { table, initial, trace }: TableContents, k: number): void {
  const row = table.row(k);
  sheet.getRow(row).height = 19 * 0.75;
  const above = relative(row - 1, table.iterationColumn);
  put(sheet, row, table.iterationColumn, k === 1 ? 1 : live(`${above}+1`, k), iterationStyle);
  const values = trace.row(k);
  for (const group of table.groups) {
    for (const [position, column] of group.columns.entries()) {
      const at = table.column(column.name);
      const fromNetwork = k === 1 && column.rule.kind !== 'computed';
      const formula = fromNetwork ? initial.reference(column.name) : formulaOf(column, table, k);
      const style = body(column.role, fromNetwork ? 'other' : 'own', position === 0);
      put(sheet, row, at, live(formula, values[at - 2] ?? Number.NaN), style);
    }
  }
}

/** The formula of a quantity in a row after the first: from its own row, the row above, and the sheet's learning rate. */
function formulaOf(column: Column, table: TableLayout, k: number): string {
  const { rule } = column;
  switch (rule.kind) {
    case 'given':
      return table.cell(column.name, k - 1);
    case 'learned':
      return excelFormula(rule.update, (name) =>
        name === LEARNING_RATE ? absolute(LEARNING_RATE_CELL.row, LEARNING_RATE_CELL.column) : table.cell(name, k - 1),
      );
    case 'computed':
      return excelFormula(rule.formula, (name) => table.cell(name, k));
  }
}

/** A tint on every tenth iteration, as one rule over the table, so that every row can have the style of the pattern. */
function tintEveryTenth(sheet: Worksheet, table: TableLayout): void {
  sheet.addConditionalFormatting({
    ref: `${relative(table.firstRow, 1)}:${relative(table.lastRow, table.lastColumn)}`,
    rules: [
      {
        type: 'expression',
        priority: 1,
        formulae: [`MOD($A${table.firstRow},10)=0`],
        style: { fill: { type: 'pattern', pattern: 'solid', bgColor: { argb: `FF${ink.wash}` } } },
      },
    ],
  });
}
