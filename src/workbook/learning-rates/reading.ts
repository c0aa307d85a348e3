import { absolute, onSheet } from '../../sheet/address.ts';
import type { SheetDraft } from '../../sheet/draft.ts';
import { look } from '../../sheet/look.ts';
import { type Book, labelFormula, linkTo } from '../book.ts';
import { calledIn } from '../called.ts';
import { leastNumberOf, mostNumberOf, NONE, roomFormula } from '../course.ts';
import { ratesLayout } from '../layout.ts';
import { colors, ink } from '../look/palette.ts';
import { formats, styles } from '../look/style.ts';
import { live } from '../numbers/live.ts';
import { plainDecimal } from '../numbers/plain-decimal.ts';
import { defaultThreshold, START_SHEET, THRESHOLD_CELL, thresholdOr } from '../start/layout.ts';
import { words } from '../words.ts';
import { chartsColumn, workingColumn } from './columns.ts';
import { endsOf, RISEN, readingText, risenRuns, SAME, startError, startRow } from './ends.ts';
import { firstRateRow } from './places.ts';
import { lastRow } from './rows.ts';

/** The cell with the sentence that says what the curves show. */
export const READING = { row: 3, column: 1 } as const;
export const READING_CELL = absolute(READING.row, READING.column);

/** Rows above the charts, and right of them those of what the sentence is made of. */
const THRESHOLD_ROW = 4;
const PARTS_ROW = 2;

/** The cell that holds the threshold on this sheet. */
export const thresholdCell = (book: Book): string => absolute(THRESHOLD_ROW, chartsColumn(book) + 1);

/** The formula of {@link readingText}, from the cells that {@link writeReading} writes. */
function readingFormula(book: Book, ends: string): string {
  const { reading } = words.rates;
  const called = calledIn(book);
  const { error } = book;
  const { iterations } = book.table;
  const count = book.traces.length;
  const { fastest, slowest, ended, least, most, rose: risen } = partCells(book);
  const quote = (text: string): string => `"${text}"`;
  const numbers = `COUNT(${ends})`;
  if (count === 1) return `IF(${numbers}=0,"${reading.noneLeft(iterations, called)}","${reading.single(called)}")`;
  const rate = (cell: string): string => labelFormula(book, cell);
  const one = reading
    .oneLeft(iterations, called)
    .map(quote)
    .join(`&${rate(fastest)}&`);
  const first = absolute(firstRateRow(book), ratesLayout.column(0));
  const room = roomFormula({ cell: () => first });
  const { formula: start } = startError(book);
  const rose = (cell: string): string => `${cell}>${start}*(1+${RISEN})+${room}`;
  // Runs with names start from errors of their own.
  const [allRose, someRose] = called.named ? [`${risen}=${numbers}`, `${risen}>0`] : [rose(least), rose(most)];
  const [before, between, after] = [0, 1, 2].map((k) => {
    const [all, some, none] = [
      reading.allRose(iterations, called),
      reading.rose(error, iterations, called),
      reading.fastest(error, iterations, called),
    ].map((texts) => quote(texts[k] ?? ''));
    return `IF(${allRose},${all},IF(${someRose},${some},${none}))`;
  });
  const many = [before, rate(fastest), between, rate(slowest), after].join('&');
  const equal = `${most}-${least}<=${SAME}*${most}+${room}`;
  const rest = `IF(${ended}=0,"",${reading.ended(count).map(quote).join(`&${ended}&`)})`;
  return (
    `IF(${numbers}=0,"${reading.noneLeft(iterations, called)}",` +
    `IF(${numbers}=1,${one},IF(${equal},"${reading.equal(error, iterations, called)}",${many}))&${rest})`
  );
}

/** How many runs end with a larger error than they began with. */
function risenFormula(book: Book): string {
  const { column } = ratesLayout;
  const firstRow = firstRateRow(book);
  const room = roomFormula({ cell: () => absolute(firstRow, column(0)) });
  const risen = book.runs.map(({ topology }, position) => {
    const [start, end] = [firstRow + startRow(book, topology), lastRow(book)].map((row) =>
      absolute(row, column(position)),
    );
    return `IF(COUNT(${start},${end})=2,IF(${end}>${start}*(1+${RISEN})+${room},1,0),0)`;
  });
  return risen.join('+');
}

/** The cells of what the sentence is made of. */
function partCells(book: Book) {
  const first = workingColumn(book);
  const at = (k: number): string => absolute(PARTS_ROW, first + k);
  return { fastest: at(0), slowest: at(1), ended: at(2), least: at(3), most: at(4), rose: at(5) };
}

/** Writes the sentence, what it is made of, and from where on cells are blue. */
export function writeReading(sheet: SheetDraft, book: Book): void {
  const called = calledIn(book);
  const { headerRow, column } = ratesLayout;
  const { traces } = book;
  const across = (at: number): string => `${absolute(at, column(0))}:${absolute(at, column(traces.length - 1))}`;
  const ends = across(lastRow(book));
  const cells = partCells(book);
  const room = roomFormula({ cell: () => absolute(firstRateRow(book), column(0)) });
  const orNone = (formula: string): string => `IF(COUNT(${ends})=0,"${NONE}",${formula})`;
  const rateOf = (condition: string): string =>
    orNone(`INDEX(${across(headerRow)},1,MATCH(TRUE,${ends}${condition},0))`);
  const { fastest, slowest, numbers, least, most } = endsOf(book);
  sheet.put(
    READING.row,
    READING.column,
    live(readingFormula(book, ends), readingText(book)),
    look({ size: 11, bold: true, color: ink.strong }),
  );

  const parts = [
    [words.rates.parts.least(called), rateOf(`<=${cells.least}*(1+${SAME})+${room}`), fastest],
    [words.rates.parts.most(called), rateOf(`>=${cells.most}*(1-${SAME})-${room}`), slowest],
    [words.rates.parts.ended, `${traces.length}-COUNT(${ends})`, traces.length - numbers],
    [words.rates.parts.smallest, orNone(leastNumberOf(ends)), least],
    [words.rates.parts.largest, orNone(mostNumberOf(ends)), most],
    ...(called.named ? [[words.rates.parts.rose, risenFormula(book), risenRuns(book)] as const] : []),
  ] as const;
  const working = look({ size: 9, color: colors.muted, align: 'center', format: formats.plain });
  for (const [k, [label, formula, value]] of parts.entries()) {
    sheet.put(PARTS_ROW - 1, workingColumn(book) + k, label, working);
    sheet.put(PARTS_ROW, workingColumn(book) + k, { ...live(formula, value), array: true }, working);
  }

  const [typed, value] = [onSheet(START_SHEET, THRESHOLD_CELL), defaultThreshold(book)];
  const threshold = live(thresholdOr(typed, typed, plainDecimal(value)), value);
  const blue = { size: 11, fill: colors.goodFill } as const;
  const name = words.rates.below(book.error);
  sheet.put(THRESHOLD_ROW, chartsColumn(book), name, look({ ...blue, color: colors.text, align: 'right' }));
  sheet.put(
    THRESHOLD_ROW,
    chartsColumn(book) + 1,
    threshold,
    look({ ...blue, color: colors.otherSheet, format: formats.plain, align: 'left', shrink: true }),
  );
  const link = linkTo(START_SHEET, THRESHOLD_CELL.replaceAll('$', ''), words.rates.change);
  sheet.put(
    THRESHOLD_ROW,
    chartsColumn(book) + 2,
    link,
    look({ underline: true, color: colors.link, indent: 1, align: 'left' }),
  );
  sheet.put(2, ratesLayout.iterationColumn, linkTo(START_SHEET, 'A1', words.links.start), styles.link);
}
