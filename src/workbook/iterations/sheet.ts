import type { Column } from '../../model/column.ts';
import { columnsOf } from '../../model/quantities.ts';
import { isSampleNumber } from '../../quantities/topology.ts';
import { absolute, onSheet, relative } from '../../sheet/address.ts';
import { SheetDraft } from '../../sheet/draft.ts';
import type { LineChart } from '../../sheet/line-chart.ts';
import type { SheetBody } from '../../sheet/sheet.ts';
import { type Book, traceOf } from '../book.ts';
import { LEARNING_RATE_CELL, learningRateName, type TableLayout } from '../layout.ts';
import { greyMark, greyTintMark, tintMark } from '../look/marks.ts';
import { colors, ink, shades } from '../look/palette.ts';
import { body, formats, header, iterationStyle } from '../look/style.ts';
import { live } from '../numbers/live.ts';
import type { Contents } from '../tab.ts';
import { words } from '../words.ts';
import { type BandContents, chainRule, chainRuleCells, chainRuleColumn, shownCell, writeBand } from './band.ts';
import { drawnRun } from './bounds.ts';
import { tableCharts } from './charts.ts';
import { drawnColumns, writeDrawn, writeDrawnHeader } from './drawn-columns.ts';
import { tableFilling } from './filling.ts';
import { writeHeadings } from './headings.ts';
import { rowFormula } from './rows.ts';
import { SIZE_COLOURS, writeSizeColours } from './size-colours.ts';
import { ITERATION_HEIGHT } from './sizes.ts';

/** So few rows are written out one by one: other cells may stand below them. */
export const FEW_ITERATIONS = 8;

/** Rows that are written out; the last of them is the pattern that is filled down. With several batches, it looks back on all of them. */
const writtenIterations = ({ topology, table }: Book): number =>
  table.iterations <= FEW_ITERATIONS ? table.iterations : Math.min(table.iterations, topology.epoch + 1);

/** The sheet of one learning rate: its charts in a frozen band, and below one row per iteration. */
export function tableSheet(book: Book, position: number, tabs: Contents): SheetBody {
  const { table, sizes } = book;
  const trace = traceOf(book, position);
  const contents: BandContents = { ...book, trace, position, tabs };
  const sheet = new SheetDraft({
    frozen: { rows: table.formulaRow, columns: 1 },
    selected: relative(table.firstRow, 2),
  });
  sheet.setWidths(sizes.widths);
  sheet.setHeights(sizes.heights);
  const run = drawnRun(book, position);
  const charts = tableCharts(book, position, run);

  writeBand(sheet, contents);
  const factors = chainRuleColumn(table);
  if (factors > lastChartColumn(charts)) sheet.add(chainRuleCells(chainRule(book), factors));
  writeHeader(sheet, book);
  writeDrawnHeader(sheet, book, position, run);
  writeHeadings(sheet, book, position, run);
  const written = writtenIterations(book);
  for (let k = 1; k <= written; k++) {
    writeIteration(sheet, contents, k);
    writeDrawn(sheet, book, run, k);
  }
  writeSizeColours(sheet, table);
  tint(sheet, table, shownCell(sizes));
  fold(sheet, book);
  const { row, column } = LEARNING_RATE_CELL;
  sheet.define(learningRateName(position + 1), onSheet(table.sheet, absolute(row, column)));
  return sheet.finish({
    charts,
    hiddenColumns: drawnColumns(book),
    fillDown: tableFilling(book, position, run, written),
  });
}

/** Group bars, names, and every column's formula in symbols. */
function writeHeader(sheet: SheetDraft, book: Book): void {
  const { table, sizes } = book;
  sheet.put(table.groupRow, table.iterationColumn, null, header.group(ink, false));
  sheet.put(table.nameRow, table.iterationColumn, words.table.iteration, header.name(ink, false));
  sheet.put(table.formulaRow, table.iterationColumn, words.table.iterationSymbol, header.formula(ink, false));
  for (const group of table.groups) {
    for (const [k, column] of group.columns.entries()) {
      const at = table.column(column.name);
      const shade = shades[column.role];
      sheet.put(table.groupRow, at, k === 0 ? group.title : null, header.group(shade, k === 0));
      sheet.put(table.nameRow, at, column.name, header.name(shade, k === 0), { note: column.meaning });
      sheet.put(table.formulaRow, at, sizes.formula(column), header.formula(shade, k === 0));
    }
  }
}

/** One row: iteration k, every quantity a formula. */
function writeIteration(sheet: SheetDraft, book: BandContents, k: number): void {
  const { table, initial, trace, topology } = book;
  const { epoch } = topology;
  const row = table.row(k);
  sheet.setHeight(row, ITERATION_HEIGHT);
  const above = relative(row - 1, table.iterationColumn);
  sheet.put(row, table.iterationColumn, k === 1 ? 1 : live(`${above}+1`, k), iterationStyle);
  const values = trace.row(k);
  for (const group of table.groups) {
    for (const [position, column] of group.columns.entries()) {
      const at = table.column(column.name);
      const initially = initialName(column, k);
      const formula = () => (initially === undefined ? rowFormula(column, table, k) : initial.reference(initially));
      const plain = body(column.role, initially === undefined ? 'own' : 'other', position === 0);
      const isNumber = isSampleNumber(column.name);
      const style = isNumber ? { ...plain, format: formats.count } : plain;
      const value = values[at - 2] ?? Number.NaN;
      // Which sample it is, the first rows count for themselves.
      const cell = isNumber && k <= epoch ? value : live(formula(), value, table.lastRow - row);
      sheet.put(row, at, cell, style);
    }
  }
}

/** The initial value that a quantity begins with in a row; undefined where it is computed. */
function initialName({ name, rule }: Column, k: number): string | undefined {
  if (rule.kind === 'in-turn') return rule.of?.[k - 1];
  return k === 1 && (rule.kind === 'given' || rule.kind === 'learned') ? name : undefined;
}

/**
 * Tints the iteration that Steps shows and every tenth one, as rules over the table, so that every row can have the style of the
 * pattern.
 */
function tint(sheet: SheetDraft, table: TableLayout, shown: string): void {
  const iteration = `$A${table.firstRow}`;
  const first = relative(table.firstRow, 2);
  const error = `ISERROR(${first})`;
  const [isShown, isTenth] = [`${iteration}=${shown}`, `MOD(${iteration},10)=0`];
  sheet.mark(
    `${first}:${relative(table.lastRow, table.lastColumn)}`,
    greyTintMark(colors.selectedRow, `AND(${error},${isShown})`, SIZE_COLOURS + 3),
    greyTintMark(ink.wash, `AND(${error},${isTenth})`, SIZE_COLOURS + 4),
    greyMark(error, SIZE_COLOURS + 5),
  );
  sheet.mark(
    `${relative(table.firstRow, 1)}:${relative(table.lastRow, table.lastColumn)}`,
    tintMark(colors.selectedRow, isShown, SIZE_COLOURS + 1),
    tintMark(ink.wash, isTenth, SIZE_COLOURS + 2),
  );
}

/** Lets the band and the factors of the chain rule fold away with one click each. */
function fold(sheet: SheetDraft, { table }: Book): void {
  const factors = columnsOf(table.groups).filter(({ role }) => role === 'factor');
  sheet.fold({
    rows: Array.from({ length: table.groupRow - 2 }, (_, k) => k + 2),
    columns: factors.map(({ name }) => table.column(name)),
  });
}

/** The last column, counted from 1, that the three charts beside the summary cover. */
const lastChartColumn = (charts: readonly LineChart[]): number =>
  Math.max(...charts.slice(0, 3).map((chart) => chart.anchor.to.column + 1));
