import { absolute, onSheet } from '../../sheet/address.ts';
import type { SheetDraft } from '../../sheet/draft.ts';
import { look } from '../../sheet/look.ts';
import { type Book, linkTo } from '../book.ts';
import { NONE } from '../course.ts';
import { ratesLayout } from '../layout.ts';
import { colors, ink } from '../look/palette.ts';
import { formats, styles } from '../look/style.ts';
import { live } from '../numbers/live.ts';
import { written, writtenFormula } from '../numbers/written-number.ts';
import { defaultThreshold, START_SHEET, THRESHOLD_CELL } from '../start/layout.ts';
import { words } from '../words.ts';
import { totalsOf } from './charts.ts';
import { chartsColumn, workingColumn } from './columns.ts';
import { lastRow } from './rows.ts';

/** The cell with the sentence that says what the curves show. */
export const READING = { row: 3, column: 1 } as const;
export const READING_CELL = absolute(READING.row, READING.column);

/** Rows above the charts, and right of them those of what the sentence is made of. */
const THRESHOLD_ROW = 4;
const PARTS_ROW = 2;

/** The cell that holds the threshold on this sheet. */
export const thresholdCell = (book: Book): string => absolute(THRESHOLD_ROW, chartsColumn(book));

/** What the last iteration of all runs says. */
interface Ends {
  readonly fastest: number | string;
  readonly slowest: number | string;
  readonly numbers: number;
  readonly equal: boolean;
}

/** Last errors this near to each other count as the same. */
const SAME = '0.000000001';

function endsOf({ traces }: Book): Ends {
  // An error is no number to compare, not even one that stands for a division by zero.
  const lasts = traces
    .map((trace) => totalsOf(trace).at(-1) ?? Number.NaN)
    .map((last) => (Number.isFinite(last) ? last : Number.NaN));
  const numbers = lasts.filter(Number.isFinite);
  const [least, most] = [Math.min(...numbers), Math.max(...numbers)];
  const rateOf = (end: number): number | string => traces[lasts.indexOf(end)]?.learningRate ?? NONE;
  return {
    fastest: rateOf(least),
    slowest: rateOf(most),
    numbers: numbers.length,
    equal: most - least <= Number(SAME) * most,
  };
}

/** What the curves show, in a sentence: which learning rate is ahead at the end, which is behind, and how many diverged. */
export function readingText(book: Book): string {
  const { reading } = words.rates;
  const { iterations } = book.table;
  const count = book.traces.length;
  const { fastest, slowest, numbers, equal } = endsOf(book);
  const text = (rate: number | string): string => (typeof rate === 'number' ? written(rate, 'alone') : rate);
  const rest = numbers < count ? reading.diverged(count).join(String(count - numbers)) : '';
  if (numbers === 0) return reading.noneLeft(iterations);
  if (count === 1) return reading.single;
  if (numbers === 1) return reading.oneLeft(iterations).join(text(fastest)) + rest;
  if (equal) return reading.equal(iterations) + rest;
  const [before, between, after] = reading.fastest(iterations);
  return before + text(fastest) + between + text(slowest) + after + rest;
}

/** The formula of {@link readingText}, from the cells that {@link writeReading} writes. */
function readingFormula(book: Book, ends: string): string {
  const { reading } = words.rates;
  const { iterations } = book.table;
  const count = book.traces.length;
  const [fastest, slowest, diverged] = partCells(book);
  const quote = (text: string): string => `"${text}"`;
  const numbers = `COUNT(${ends})`;
  if (count === 1) return `IF(${numbers}=0,"${reading.noneLeft(iterations)}","${reading.single}")`;
  const one = reading
    .oneLeft(iterations)
    .map(quote)
    .join(`&${writtenFormula(fastest, 'alone')}&`);
  const [before, between, after] = reading.fastest(iterations).map(quote);
  const many = [before, writtenFormula(fastest, 'alone'), between, writtenFormula(slowest, 'alone'), after].join('&');
  const [least, most] = ['MINIFS', 'MAXIFS'].map((name) => `_xlfn.${name}(${ends},${ends},">=0")`);
  const equal = `${most}-${least}<=${SAME}*${most}`;
  const rest = `IF(${diverged}=0,"",${reading.diverged(count).map(quote).join(`&${diverged}&`)})`;
  return (
    `IF(${numbers}=0,"${reading.noneLeft(iterations)}",` +
    `IF(${numbers}=1,${one},IF(${equal},"${reading.equal(iterations)}",${many}))&${rest})`
  );
}

/** The cells of the fastest rate, of the slowest, and of the number of runs that diverged. */
function partCells(book: Book): readonly [string, string, string] {
  const first = workingColumn(book);
  return [absolute(PARTS_ROW, first), absolute(PARTS_ROW, first + 1), absolute(PARTS_ROW, first + 2)];
}

/** Writes the sentence, what it is made of, and from where on cells are blue. */
export function writeReading(sheet: SheetDraft, book: Book): void {
  const { headerRow, column } = ratesLayout;
  const { traces } = book;
  const across = (at: number): string => `${absolute(at, column(0))}:${absolute(at, column(traces.length - 1))}`;
  const ends = across(lastRow(book));
  const rateOf = (extreme: string): string =>
    `IF(COUNT(${ends})=0,"${NONE}",INDEX(${across(headerRow)},1,MATCH(${extreme}(${ends},${ends},">=0"),${ends},0)))`;
  const { fastest, slowest, numbers } = endsOf(book);
  sheet.put(
    READING.row,
    READING.column,
    live(readingFormula(book, ends), readingText(book)),
    look({ size: 11, bold: true, color: ink.strong }),
  );

  const parts = [
    [words.rates.parts.fastest, rateOf('_xlfn.MINIFS'), fastest],
    [words.rates.parts.slowest, rateOf('_xlfn.MAXIFS'), slowest],
    [words.rates.parts.diverged, `${traces.length}-COUNT(${ends})`, traces.length - numbers],
  ] as const;
  const working = look({ size: 9, color: colors.muted, align: 'center', format: formats.plain });
  for (const [k, [label, formula, value]] of parts.entries()) {
    sheet.put(PARTS_ROW - 1, workingColumn(book) + k, label, working);
    sheet.put(PARTS_ROW, workingColumn(book) + k, live(formula, value), working);
  }

  const threshold = live(onSheet(START_SHEET, THRESHOLD_CELL), defaultThreshold(book));
  const blue = look({
    size: 11,
    color: colors.otherSheet,
    fill: colors.goodFill,
    format: words.rates.below,
    align: 'center',
    shrink: true,
  });
  sheet.put(THRESHOLD_ROW, chartsColumn(book), threshold, blue);
  const link = linkTo(START_SHEET, THRESHOLD_CELL.replaceAll('$', ''), words.rates.change);
  sheet.put(
    THRESHOLD_ROW,
    chartsColumn(book) + 1,
    link,
    look({ underline: true, color: colors.link, indent: 1, align: 'left' }),
  );
  sheet.put(2, ratesLayout.iterationColumn, linkTo(START_SHEET, 'A1', words.links.start), styles.link);
}
