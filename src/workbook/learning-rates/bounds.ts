import { absolute, columnLetters, onSheet, relative } from '../../sheet/address.ts';
import type { SheetDraft } from '../../sheet/draft.ts';
import { look } from '../../sheet/look.ts';
import { NOT_AVAILABLE } from '../../training/cell-error.ts';
import { type Book, bookOfRun, labelFormula, labelOf, labelText } from '../book.ts';
import { calledIn } from '../called.ts';
import { boundFormula } from '../iterations/bounds.ts';
import { ratesLayout } from '../layout.ts';
import { colors } from '../look/palette.ts';
import { formats } from '../look/style.ts';
import { live } from '../numbers/live.ts';
import { written, writtenFormula } from '../numbers/written-number.ts';
import { words } from '../words.ts';
import { evenColumn, logarithmicColumn } from './columns.ts';
import { firstRateRow } from './places.ts';
import { sampledLines } from './sampled-lines.ts';

/** How far the charts that compare learning rates draw, and which runs leave them. */

const LEAVES_ROW = 2;
const BOUND_ROW = 3;

/** So many times the largest of the first errors. */
const TIMES = { even: 10, logarithmic: 1000 } as const;

export const evenBoundCell = (book: Pick<Book, 'traces'>): string => absolute(BOUND_ROW, evenColumn(book, 0));
export const logarithmicBoundCell = (book: Pick<Book, 'traces'>): string =>
  absolute(BOUND_ROW, logarithmicColumn(book, 0));

/** The cell that says how far the charts of learning-rate sheets draw a sampled line: in its own column. */
export const sampleBoundCell = (column: number): string => `${columnLetters(column)}$${BOUND_ROW}`;

/** The largest of the first errors, which is #N/A where one of them is no number. */
function firstTotal(book: Book): number {
  const { traces, shown } = book;
  const length = firstRows(book);
  const firsts = traces.flatMap(({ curve, series }) =>
    Array.from({ length }, (_, k) => series(curve)[(shown.even[k] ?? 1) - 1] as number),
  );
  return firsts.every(Number.isFinite) ? Math.max(...firsts) : NOT_AVAILABLE;
}

/** Those of an epoch count as the first: of the longest one. */
const firstRows = ({ runs, shown }: Pick<Book, 'runs' | 'shown'>): number =>
  Math.min(Math.max(...runs.map(({ topology }) => topology.epoch)), shown.even.length);

const times = (factor: number, first: number): number =>
  Number.isFinite(factor * first) || !Number.isFinite(first) ? factor * first : Number.NaN;

export const evenBound = (book: Book): number => times(TIMES.even, firstTotal(book));
export const logarithmicBound = (book: Book): number => times(TIMES.logarithmic, firstTotal(book));

/** The row, counted from 1, in which a line leaves the charts with an even axis. */
function leavesAt(book: Book, totals: Float64Array): number | undefined {
  const upTo = evenBound(book);
  const found = Number.isFinite(upTo) ? totals.indexOf(upTo) : -1;
  return found === -1 ? undefined : found + 1;
}

const working = look({ size: 9, color: colors.muted, align: 'center', format: formats.error });
const counting = look({ size: 9, color: colors.muted, align: 'center', format: formats.count });

/** Writes the bounds above the columns that charts draw. */
export function writeBounds(sheet: SheetDraft, book: Book, evenTotals: (position: number) => Float64Array): void {
  const { traces, shown } = book;
  const { column } = ratesLayout;
  const firstRow = firstRateRow(book);
  const last = firstRow + firstRows(book) - 1;
  const firsts = `${relative(firstRow, column(0))}:${relative(last, column(traces.length - 1))}`;
  const rows = shown.even.length;
  sheet.put(
    BOUND_ROW,
    logarithmicColumn(book, 0),
    live(`${TIMES.logarithmic}*MAX(${firsts})`, logarithmicBound(book)),
    working,
  );
  sheet.put(BOUND_ROW, evenColumn(book, 0), live(`${TIMES.even}*MAX(${firsts})`, evenBound(book)), working);
  for (const position of traces.keys()) {
    const at = evenColumn(book, position);
    const drawn = `${relative(firstRow, at)}:${relative(firstRow + rows - 1, at)}`;
    const leaves = leavesAt(book, evenTotals(position));
    sheet.put(
      LEAVES_ROW,
      at,
      live(`IFERROR(MATCH(${evenBoundCell(book)},${drawn},0),${rows + 1})`, leaves ?? rows + 1),
      counting,
    );
    if (!shown.sampled) continue;
    const own = bookOfRun(book, position);
    for (const { kind, column, bound } of sampledLines(book)[position] ?? [])
      sheet.put(BOUND_ROW, column, live(boundFormula(own, kind, onSheet(own.table.sheet, '')), bound), working);
  }
}

/**
 * What stands above a chart that compares learning rates: what its lines are where it does not name them, and how far it draws where runs
 * go beyond.
 */
export function comparisonHeading(book: Book, evenTotals: (position: number) => Float64Array, named: boolean) {
  const { traces, shown, error } = book;
  const title = words.charts.rates.title(error, calledIn(book));
  const lines = named ? { formula: `"${title}"`, value: title } : unnamedLines(book, title);
  const cells = `${absolute(LEAVES_ROW, evenColumn(book, 0))}:${absolute(LEAVES_ROW, evenColumn(book, traces.length - 1))}`;
  const count = `COUNTIF(${onSheet(calledIn(book).sheet, cells)},"<="&${shown.even.length})`;
  const upTo = onSheet(calledIn(book).sheet, evenBoundCell(book));
  const [before, between, after] = words.charts.rates.beyond(TIMES.even, traces.length);
  const beyond = [...traces.keys()].filter((position) => leavesAt(book, evenTotals(position)) !== undefined).length;
  const text = `${before}${written(evenBound(book), 'alone')}${between}${beyond}${after}`;
  return live(
    `${lines.formula}&IF(${count}=0,"","${before}"&${writtenFormula(upTo, 'alone')}&"${between}"&${count}&"${after}")`,
    beyond === 0 ? lines.value : lines.value + text,
  );
}

/** The title, and the learning rates of the lightest and of the darkest line, or the names of the first and the last. */
function unnamedLines(book: Book, title: string): { readonly formula: string; readonly value: string } {
  const called = calledIn(book);
  const rates = book.traces.map(({ learningRate }, position) => ({ learningRate, position }));
  const inOrder = called.named ? rates : rates.toSorted((a, b) => a.learningRate - b.learningRate);
  const ends = [inOrder[0], inOrder.at(-1)].map((rate, k) => {
    const before = words.charts.rates.unnamed(called)[k] ?? '';
    const position = rate?.position ?? 0;
    const cell = onSheet(called.sheet, absolute(ratesLayout.headerRow, ratesLayout.column(position)));
    return {
      formula: `"${before}"&${labelFormula(book, cell)}`,
      value: before + labelText(labelOf(book, position)),
    };
  });
  return {
    formula: [`"${title}"`, ...ends.map(({ formula }) => formula)].join('&'),
    value: [title, ...ends.map(({ value }) => value)].join(''),
  };
}
