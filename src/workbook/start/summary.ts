import { absolute, onSheet, relative } from '../../sheet/address.ts';
import type { Formula } from '../../sheet/cell.ts';
import type { SheetDraft } from '../../sheet/draft.ts';
import { type Look, look } from '../../sheet/look.ts';
import { type Book, bookOfRun, labelOf, linkTo, runParts, traceOf } from '../book.ts';
import { type Called, calledIn } from '../called.ts';
import { type Course, firstBelow, smallest, smallestAt, state, type Threshold, totalAt } from '../course.ts';
import { endCell, endText } from '../iterations/run-end.ts';
import { ratesLayout } from '../layout.ts';
import { totalsOf } from '../learning-rates/charts.ts';
import { readingText } from '../learning-rates/ends.ts';
import { rateRow } from '../learning-rates/places.ts';
import { READING_CELL, thresholdCell } from '../learning-rates/reading.ts';
import { redMark } from '../look/marks.ts';
import { colors, ink } from '../look/palette.ts';
import { formats } from '../look/style.ts';
import { live } from '../numbers/live.ts';
import { plainDecimal } from '../numbers/plain-decimal.ts';
import { defaultThreshold, summaryColumns, summaryRows, THRESHOLD, THRESHOLD_CELL, thresholdOr } from './layout.ts';
import { writeScores } from './scores.ts';
import { startWords } from './words.ts';

/** The summary per learning rate, all live, with the threshold that a person may edit. */
export function writeSummary(sheet: SheetDraft, book: Book): void {
  const { summary } = startWords;
  const { title, head } = summaryRows;
  sheet.put(title, summaryColumns.rate, summary.title, look({ size: 13, bold: true, color: ink.strong }));
  const value = defaultThreshold(book);
  const label = summary.threshold(book.error);
  const labels = thresholdOr(THRESHOLD_CELL, `"${label}"`, `"${summary.noThreshold(plainDecimal(value))}"`);
  sheet.put(title, summaryColumns.at, live(labels, label), look({ size: 11, align: 'right' }));
  const threshold = { cell: onSheet(calledIn(book).sheet, thresholdCell(book)), value };
  writeThreshold(sheet, threshold.value, calledIn(book));
  for (const [k, text] of summary.head(book.error, calledIn(book)).entries())
    sheet.put(
      head,
      summaryColumns.rate + k,
      text,
      headLook(summaryColumns.rate + k),
      summaryColumns.rate + k === summaryColumns.state ? { note: summary.meanings(book.table.iterations) } : {},
    );
  writeScores(sheet, book, headLook(summaryColumns.last), cellLook);
  for (const position of book.traces.keys()) writeRun(sheet, book, position, threshold);

  const below = head + book.traces.length + 1;
  const reading = live(onSheet(calledIn(book).sheet, READING_CELL), readingText(book));
  sheet.put(below, summaryColumns.rate, reading, look({ size: 11, bold: true, color: ink.strong }));
  markTrouble(sheet, head + 1, head + book.traces.length);
}

function headLook(column: number): Look {
  const bar = { bold: true, color: colors.white, fill: ink.strong } as const;
  return column === summaryColumns.state
    ? look({ ...bar, align: 'left', indent: 1 })
    : look({ ...bar, align: 'center', wrap: true });
}

function writeThreshold(sheet: SheetDraft, value: number, called: Called): void {
  const { summary } = startWords;
  const typed = look({
    size: 11,
    bold: true,
    color: colors.typed,
    fill: colors.typedFill,
    box: colors.typedBorder,
    format: formats.rate,
    align: 'center',
  });
  sheet.put(THRESHOLD.row, THRESHOLD.column, value, typed, {
    validation: {
      allowed: { kind: 'decimal', above: 0 },
      prompt: summary.thresholdHint(called),
      refusal: summary.notAThreshold,
    },
  });
}

/** E_total of a run, as formulas on this sheet see it. */
function courseOf(book: Book, position: number): Course {
  if (book.shown.sampled) return wholeCourseOf(book, position);
  const { iterationColumn, column } = ratesLayout;
  const row = (iteration: number): number => rateRow(book, iteration);
  const cells = (at: number, from: number, to: number): string =>
    onSheet(calledIn(book).sheet, `${absolute(row(from), at)}:${absolute(row(to), at)}`);
  const { iterations } = book.table;
  const at = column(position);
  return {
    iterations: cells(iterationColumn, 1, iterations),
    totals: cells(at, 1, iterations),
    cell: (iteration) => onSheet(calledIn(book).sheet, absolute(row(iteration), at)),
    cells: (from, to) => cells(at, from, to),
    values: totalsOf(traceOf(book, position)),
  };
}

/** Where Learning rates holds some of the iterations only: on the sheet of the learning rate, in the column without errors. */
function wholeCourseOf(book: Book, position: number): Course {
  const { table, topology } = runParts(book, position);
  const { sheet } = table;
  const at = table.drawnColumn(topology.curve);
  const address = (iteration: number): string => absolute(table.row(iteration), at);
  return {
    iterations: table.iterationRange,
    totals: table.drawnRange(topology.curve),
    cell: (iteration) => onSheet(sheet, address(iteration)),
    cells: (from, to) => onSheet(sheet, `${address(from)}:${address(to)}`),
    values: totalsOf(traceOf(book, position)),
  };
}

function writeRun(sheet: SheetDraft, book: Book, position: number, threshold: Threshold): void {
  const row = summaryRows.head + 1 + position;
  const course = courseOf(book, position);
  const trace = traceOf(book, position);
  const own = bookOfRun(book, position);
  const end = { cell: endCell(own.table), value: endText(own, trace) };
  const rate = onSheet(calledIn(book).sheet, absolute(ratesLayout.headerRow, ratesLayout.column(position)));
  const cells: readonly (readonly [number, Formula, Look])[] = [
    [
      summaryColumns.rate,
      { formula: rate, value: labelOf(book, position) },
      look({
        ...cellLook,
        bold: true,
        format: formats.plain,
        left: ['thick', book.looks[position]?.line.color ?? ink.strong],
      }),
    ],
    [summaryColumns.first, totalAt(course, 1), look({ ...cellLook, format: formats.largeError })],
    [summaryColumns.last, totalAt(course, book.table.iterations), look({ ...cellLook, format: formats.largeError })],
    [summaryColumns.smallest, smallest(course), look({ ...cellLook, format: formats.largeError })],
    [
      summaryColumns.at,
      smallestAt(course, relative(row, summaryColumns.smallest)),
      look({ ...cellLook, format: formats.count }),
    ],
    [summaryColumns.below, firstBelow(course, threshold), look({ ...cellLook, format: formats.count })],
    [summaryColumns.state, state(course, end), look({ ...cellLook, color: colors.text, align: 'left', indent: 1 })],
  ];
  for (const [column, content, style] of cells)
    sheet.put(row, column, { ...content, ...live(content.formula, content.value) }, style);
  const name = own.table.sheet;
  const link = look({ ...cellLook, color: colors.link, underline: true });
  sheet.put(row, summaryColumns.open, linkTo(name, 'A1', startWords.summary.openRun(name, calledIn(book))), link);
}

const cellLook = {
  size: 11,
  color: colors.otherSheet,
  align: 'center',
  shrink: true,
  bottom: ['hair', colors.hair],
} as const;

/** Runs that went wrong stand out; the sign and the words say it as well. */
function markTrouble(sheet: SheetDraft, first: number, last: number): void {
  const cell = relative(first, summaryColumns.state);
  sheet.mark(`${cell}:${relative(last, summaryColumns.state)}`, redMark(`LEFT(${cell},1)="✗"`));
}
