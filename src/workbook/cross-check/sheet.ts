import type { Role } from '../../model/column.ts';
import { columnsOf as quantitiesOf } from '../../model/quantities.ts';
import { absolute, onSheet, relative } from '../../sheet/address.ts';
import { SheetDraft } from '../../sheet/draft.ts';
import { look } from '../../sheet/look.ts';
import type { SheetBody } from '../../sheet/sheet.ts';
import { type Book, labelOf, linkTo, runTable, sharingRuns, traceOf } from '../book.ts';
import { calledIn } from '../called.ts';
import { LEARNING_RATE_CELL } from '../layout.ts';
import { redMark } from '../look/marks.ts';
import { colors, ink, shades } from '../look/palette.ts';
import { header, styles } from '../look/style.ts';
import { live } from '../numbers/live.ts';
import { START_SHEET } from '../start/layout.ts';
import { words as sheetWords } from '../words.ts';
import { commandFormulas, writeGiven } from './given.ts';
import {
  type CompareBlock,
  CROSS_CHECK_SHEET,
  type CrossCheckLayout,
  compareColumns,
  crossCheckLayout,
  crossCheckRows,
  crossCheckWidths,
} from './layout.ts';
import { blockStyles } from './styles.ts';
import { crossCheckWords as words } from './words.ts';

/** A difference up to this is rounding, relative to the engine's number or to SMALLEST if that is more. */
const TOLERANCE = '0.000000001';
const SMALLEST = '0.000001';

const HEIGHTS = [36, 22, 30, 22, 26, 22, 20, 20, 10];

/** The sheet that holds the engine's numbers as plain values beside the live cells. */
export function crossCheckSheet(book: Book): SheetBody {
  const layout = crossCheckLayout(book);
  const sheet = new SheetDraft({
    frozen: { rows: 0, columns: compareColumns.name },
    selected: relative(crossCheckRows.verdict, compareColumns.name),
  });
  sheet.setWidths(crossCheckWidths(book));
  sheet.setHeights(HEIGHTS);
  const { name, engine } = compareColumns;
  sheet.put(1, name, words.title, styles.sheetTitle);
  sheet.put(2, name, linkTo(START_SHEET, 'A1', sheetWords.links.start), styles.link);
  sheet.put(2, engine(0), words.use, styles.subtitle);
  for (const [k, note] of words.notes.entries()) sheet.put(crossCheckRows.notes + k, name, note, styles.subtitle);
  for (const block of layout.blocks) writeBlock(sheet, book, layout, block);
  writeVerdict(sheet, book, layout, writeGiven(sheet, book, layout));
  markDifferences(sheet, book, layout);
  return sheet.finish({});
}

/** One iteration: its quantities for all learning rates, and for each rate whether they agree. */
function writeBlock(sheet: SheetDraft, book: Book, { quantities }: CrossCheckLayout, block: CompareBlock): void {
  const { iteration, barRow, headRow, firstRow, lastRow } = block;
  sheet.setHeight(barRow, 22);
  sheet.put(barRow, compareColumns.name, words.iteration(iteration), blockStyles.iteration);
  sheet.put(headRow, compareColumns.name, null, header.name(ink, false));
  for (const k of book.traces.keys()) {
    const [engine, now, difference] = columnsOf(k);
    const rate = onSheet(runTable(book, k).sheet, absolute(LEARNING_RATE_CELL.row, LEARNING_RATE_CELL.column));
    const all = `${relative(firstRow, difference)}:${relative(lastRow, difference)}`;
    const label = labelOf(book, k);
    const { named, before } = calledIn(book);
    sheet.put(barRow, engine, named ? label : before.trimEnd(), named ? blockStyles.runName : blockStyles.rateName);
    sheet.put(barRow, now, typeof label === 'string' ? null : live(rate, label), blockStyles.rate);
    sheet.put(barRow, difference, live(`IFERROR(IF(MAX(${all})<=${TOLERANCE},"✓","✗"),"✗")`, '✓'), blockStyles.mark);
    for (const [c, text] of words.head.entries()) sheet.put(headRow, engine + c, text, header.name(ink, c === 0));
  }
  for (const [k, quantity] of quantities.entries()) {
    const row = firstRow + k;
    if ('leftOut' in quantity) {
      sheet.put(row, compareColumns.name, words.leftOut(...quantity.leftOut), blockStyles.leftOut);
      continue;
    }
    sheet.put(row, compareColumns.name, quantity.name, blockStyles.name(roleOf(book, quantity.name)));
    for (const position of book.traces.keys())
      writeComparison(sheet, book, position, { row, columns: columnsOf(position), iteration, name: quantity.name });
  }
}

/** What a quantity is, for its colour. */
const roleOf = (book: Book, name: string): Role =>
  sharingRuns(book)
    .flatMap(({ table }) => quantitiesOf(table.groups))
    .find((column) => column.name === name)?.role ?? 'forward';

const columnsOf = (rate: number): readonly [number, number, number] => [
  compareColumns.engine(rate),
  compareColumns.live(rate),
  compareColumns.difference(rate),
];

/** A quantity of an iteration, and where it stands here. */
interface Compared {
  readonly row: number;
  readonly columns: readonly [number, number, number];
  readonly iteration: number;
  readonly name: string;
}

/** The engine's number, the live cell, and how far apart they are. */
function writeComparison(
  sheet: SheetDraft,
  book: Book,
  position: number,
  { row, columns, iteration, name }: Compared,
): void {
  const table = runTable(book, position);
  if (!table.has(name)) return;
  const trace = traceOf(book, position);
  const [made, now] = [relative(row, columns[0]), relative(row, columns[1])];
  const computed = trace.row(iteration)[table.column(name) - 2] ?? Number.NaN;
  const known = Number.isFinite(computed);
  // A negative zero is a zero to a cell.
  const shown = known ? computed + 0 : words.noNumber;
  const source = onSheet(table.sheet, table.cell(name, iteration));
  const formula = known ? source : `IFERROR(${source},"${words.noNumber}")`;
  const difference = known ? `ABS(${now}-${made})/MAX(ABS(${made}),${SMALLEST})` : `IF(${now}=${made},0,1)`;
  sheet.put(row, columns[0], shown, blockStyles.engine);
  sheet.put(row, columns[1], live(formula, shown), blockStyles.live);
  const decided = isDecided(book, position, name, iteration);
  sheet.put(row, columns[2], decided ? words.rounding : live(difference, 0), blockStyles.difference);
}

/** Whether nothing can be compared, because rounding decides the number. */
const isDecided = ({ rounding }: Book, position: number, name: string, iteration: number): boolean =>
  rounding[position]?.(name, iteration) === true;

/** What comes of it, in words: whether all agree, whether anything was changed, and how to make the workbook again. */
function writeVerdict(sheet: SheetDraft, book: Book, layout: CrossCheckLayout, set: string): void {
  const { name, engine } = compareColumns;
  const rates = book.traces.length;
  const comparisons = layout.blocks.length * rates;
  const names = layout.quantities.flatMap((quantity) => ('name' in quantity ? [quantity.name] : []));
  const all = layout.blocks.flatMap(({ iteration }) =>
    names.flatMap((each) =>
      [...book.runs.entries()].flatMap(([k, { table }]) =>
        table.has(each) ? [isDecided(book, k, each, iteration)] : [],
      ),
    ),
  );
  const decided = all.filter(Boolean).length;
  const agree = words.agrees(all.length - decided, decided);
  const area = areaOf(layout, rates);
  const failed = `COUNTIF(${area},"✗")`;
  const [before, after] = words.differs(comparisons);
  const verdict = `IF(${failed}=0,"${agree}","${before}"&${failed}&"${after}")`;
  const verdictCell = absolute(crossCheckRows.verdict, name);
  const verdictLook = look({ size: 13, bold: true, color: colors.good });
  sheet.put(crossCheckRows.verdict, name, live(verdict, agree), verdictLook);

  const given = layout.lastGivenRow - layout.firstGivenRow + 1;
  const { changes, command } = commandFormulas(book, layout, set);
  const [changed, ofThese] = words.changed(given);
  const nothing = `IF(LEFT(${verdictCell},1)="✓","${words.unchanged}","${words.overwritten}")`;
  const sentence = `IF(${changes}=0,${nothing},"${changed}"&${changes}&"${ofThese}")`;
  sheet.put(crossCheckRows.changes, name, live(sentence, words.unchanged), look({ size: 11 }));

  const box = { fill: ink.wash, size: 11 } as const;
  sheet.put(crossCheckRows.command, name, words.again, look({ ...box, bold: true }));
  sheet.put(crossCheckRows.command, engine(0), live(command.formula, command.value), look(box));
  for (let column = engine(0) + 1; column < engine(rates); column++)
    sheet.put(crossCheckRows.command, column, null, look(box));
  const start = relative(layout.givenTitleRow, name);
  sheet.put(crossCheckRows.commandNote, name, linkTo(CROSS_CHECK_SHEET, start, words.seeChanges), styles.link);
  sheet.put(
    crossCheckRows.commandNote,
    engine(1) - 1,
    words.commandNote(book.source.file),
    look({ size: 10, color: colors.muted }),
  );
}

/** The blocks with everything in them. */
const areaOf = ({ blocks }: CrossCheckLayout, rates: number): string =>
  `${absolute(crossCheckRows.firstBlock, compareColumns.engine(0))}:` +
  absolute(blocks.at(-1)?.lastRow ?? crossCheckRows.firstBlock, compareColumns.difference(rates - 1));

/** Red for what differs, in the verdict too; the sign says it as well. */
function markDifferences(sheet: SheetDraft, { traces }: Book, layout: CrossCheckLayout): void {
  const verdict = relative(crossCheckRows.verdict, compareColumns.name);
  const first = relative(crossCheckRows.firstBlock, compareColumns.difference(0));
  const last = layout.blocks.at(-1)?.lastRow ?? crossCheckRows.firstBlock;
  const columns = traces.map((_, k) => {
    const column = compareColumns.difference(k);
    return `${relative(crossCheckRows.firstBlock, column)}:${relative(last, column)}`;
  });
  const wrong = `OR(${first}="✗",AND(ISNUMBER(${first}),${first}>${TOLERANCE}))`;
  const red = { bold: true, color: shades.error.strong };
  sheet.mark(verdict, { priority: 1, formula: `LEFT(${verdict},1)="✗"`, mark: red });
  sheet.mark(columns.join(' '), redMark(wrong));
}
