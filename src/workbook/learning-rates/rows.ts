import { columnRange, onSheet, relative } from '../../sheet/address.ts';
import { type Look, look } from '../../sheet/look.ts';
import { NOT_AVAILABLE } from '../../training/cell-error.ts';
import { drawnNumber } from '../../training/drawn.ts';
import { type Book, runParts, traceOf } from '../book.ts';
import { calledIn } from '../called.ts';
import { ratesLayout } from '../layout.ts';
import { colors } from '../look/palette.ts';
import { body, formats, iterationStyle } from '../look/style.ts';
import { drawnFormula, leavingFormula, withinFormula } from '../numbers/drawn.ts';
import { evenFormula, logarithmicFormula } from '../numbers/shown.ts';
import { evenBound, evenBoundCell, logarithmicBound, logarithmicBoundCell, sampleBoundCell } from './bounds.ts';
import { evenColumn, logarithmicColumn, logarithmicIterationColumn } from './columns.ts';
import { firstRateRow, lastHeadRow, rateRow } from './places.ts';
import { sampledLines } from './sampled-lines.ts';

/** What the rows of the sheet Learning rates hold: every iteration, or of many iterations a sample. */

/** A cell of a row. */
export interface RowCell {
  readonly column: number;
  /** Missing where the value is a constant. Only some of the rows are asked for it. */
  readonly formula: (() => string) | undefined;
  readonly value: number;
  readonly style: Look;
}

/** The last row of the sheet. */
export const lastRow = (book: Pick<Book, 'shown' | 'runs'>): number => rateRow(book, book.shown.even.length);

/** The cells of one column of the sheet, in all rows. */
export const shownRange = (book: Pick<Book, 'shown' | 'runs' | 'names' | 'topology'>, column: number): string =>
  columnRange(calledIn(book).sheet, column, firstRateRow(book), lastRow(book));

/** The cells of the k-th row, counted from 0, from left to right. */
export function rowCells(book: Book, k: number): readonly RowCell[] {
  const { traces, shown } = book;
  const { iterationColumn } = ratesLayout;
  const table = [
    iterationCell(book, k),
    ...traces.map((_, position) => totalCell(book, position, k)),
    ...traces.map((_, position) => positiveCell(book, position, k)),
    ...traces.map((_, position) => evenCell(book, position, k)),
  ];
  if (!shown.sampled) return table;
  const chosen = `$${relative(rateRow(book, k + 1), iterationColumn)}`;
  const drawn = sampledLines(book).flatMap((lines, position) => {
    const row = traceOf(book, position).row(shown.even[k] as number);
    return lines.map(
      ({ column, bound, range, place }): RowCell => ({
        column,
        formula: () => withinFormula(`INDEX(${range},${chosen})`, sampleBoundCell(column)),
        value: drawnNumber(row[place] ?? Number.NaN, Number.NaN, bound),
        style: working,
      }),
    );
  });
  return [...table, logarithmicIterationCell(book, k), ...drawn];
}

/** The cell above one of the k-th row. */
const above = (book: Book, column: number, k: number): string => relative(rateRow(book, k), column);

function iterationCell(book: Book, k: number): RowCell {
  const { shown, table } = book;
  const { iterationColumn: column } = ratesLayout;
  const counted = k === 0 ? undefined : () => `${above(book, column, k)}+1`;
  const formula = shown.sampled ? () => evenFormula(table.iterations, lastHeadRow(book)) : counted;
  return { column, formula, value: shown.even[k] as number, style: iterationStyle };
}

function logarithmicIterationCell(book: Book, k: number): RowCell {
  const column = logarithmicIterationColumn(book);
  const formula =
    k === 0 ? undefined : () => logarithmicFormula(book.table.iterations, lastHeadRow(book), above(book, column, k));
  return { column, formula, value: book.shown.logarithmic[k] as number, style: workingIteration };
}

function totalCell(book: Book, position: number, k: number): RowCell {
  const { shown } = book;
  const { table, topology } = runParts(book, position);
  const { column, iterationColumn } = ratesLayout;
  const source = () =>
    shown.sampled
      ? `INDEX(${table.range(topology.curve)},$${relative(rateRow(book, k + 1), iterationColumn)})`
      : onSheet(table.sheet, table.cell(topology.curve, k + 1));
  return {
    column: column(position),
    formula: () => drawnFormula(source()),
    value: asDrawn(shownTotals(book, position)[k]),
    style: position === 0 ? firstTotal : otherTotal,
  };
}

/** E_total where it is above 0: a logarithmic axis that meets a 0 shows nothing at all in some programs. */
function positiveCell(book: Book, position: number, k: number): RowCell {
  const { shown } = book;
  const { table, topology } = runParts(book, position);
  const formula = (): string => {
    const row = rateRow(book, k + 1);
    const chosen = `$${relative(row, logarithmicIterationColumn(book))}`;
    const cell = shown.sampled
      ? `INDEX(${table.range(topology.curve)},${chosen})`
      : relative(row, ratesLayout.column(position));
    const positive = `IF(AND(${cell}>0,${cell}<=${logarithmicBoundCell(book)}),${cell},NA())`;
    return shown.sampled ? `IFERROR(${positive},NA())` : positive;
  };
  return {
    column: logarithmicColumn(book, position),
    formula,
    value: asDrawn(positiveTotals(book, position)[k]),
    style: working,
  };
}

/** E_total as far as the charts with an even axis draw it. */
function evenCell(book: Book, position: number, k: number): RowCell {
  const total = ratesLayout.column(position);
  const row = rateRow(book, k + 1);
  return {
    column: evenColumn(book, position),
    formula: () => leavingFormula(relative(row, total), relative(row - 1, total), evenBoundCell(book)),
    value: asDrawn(evenTotals(book, position)[k]),
    style: working,
  };
}

/** The error of a run in the iterations that charts show; the same array for every chart, so that what is made of it can be shared. */
export const shownTotals = remembered((book, position) => {
  const { curve, series } = traceOf(book, position);
  const totals = series(curve);
  return book.shown.even.map((iteration) => totals[iteration - 1] as number);
});

/** The same as far as it is drawn. */
export const evenTotals = remembered((book, position) => {
  const totals = shownTotals(book, position);
  const upTo = evenBound(book);
  return totals.map((total, k) => drawnNumber(total, totals[k - 1] ?? Number.NaN, upTo));
});

/** The same where it is above 0 and within bounds, in the iterations that the logarithmic chart shows. */
export const positiveTotals = remembered((book, position) => {
  const { curve, series } = traceOf(book, position);
  const totals = series(curve);
  const upTo = logarithmicBound(book);
  return book.shown.logarithmic.map((iteration) => {
    const value = totals[iteration - 1] as number;
    return value > 0 && value <= upTo ? value : Number.NaN;
  });
});

function remembered(
  make: (book: Book, position: number) => Float64Array,
): (book: Book, position: number) => Float64Array {
  const made = new WeakMap<object, Float64Array>();
  return (book, position) => {
    const trace = traceOf(book, position);
    const values = made.get(trace) ?? make(book, position);
    made.set(trace, values);
    return values;
  };
}

/** A number as charts draw it. */
const asDrawn = (value: number | undefined): number =>
  value !== undefined && Number.isFinite(value) ? value : NOT_AVAILABLE;

const firstTotal = { ...body('error', 'other', true), format: formats.error };
const otherTotal = { ...body('error', 'other', false), format: formats.error };
const workingLook = { size: 9, color: colors.muted, align: 'center', bottom: ['hair', colors.hair] } as const;
const working = look({ ...workingLook, format: formats.error });
const workingIteration = look({ ...workingLook, format: formats.count });
