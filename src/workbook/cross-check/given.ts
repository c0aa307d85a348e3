import { initialValues } from '../../quantities/topology.ts';
import { absolute, onSheet, relative } from '../../sheet/address.ts';
import type { SheetDraft } from '../../sheet/draft.ts';
import { look } from '../../sheet/look.ts';
import type { Book } from '../book.ts';
import { LEARNING_RATE_CELL, rateSheet } from '../layout.ts';
import { colors, ink, shades } from '../look/palette.ts';
import { formats, header } from '../look/style.ts';
import { live } from '../numbers/live.ts';
import { type CrossCheckLayout, givenColumns } from './layout.ts';
import { crossCheckWords as words } from './words.ts';

/** A number that the workbook was made with, and where it stands now. */
interface Given {
  readonly name: string;
  readonly value: number;
  readonly cell: string;
}

/** A formula and its value. */
interface LiveText {
  readonly formula: string;
  readonly value: string;
}

/** The list of every number that a person may change: as the workbook was made with it, and as it is now. */
export function writeGiven(sheet: SheetDraft, book: Book, layout: CrossCheckLayout): void {
  const { givenTitleRow, givenHeadRow, firstGivenRow, lastInitialRow } = layout;
  sheet.put(givenTitleRow, givenColumns.name, words.given.title, look({ size: 13, bold: true, color: ink.strong }));
  sheet.setHeight(givenTitleRow, 26);
  for (const [k, text] of words.given.head.entries())
    sheet.put(givenHeadRow, givenColumns.name + k, text, header.name(ink, false));
  const initial = initialValues(book.topology).map(({ name, value }) => ({
    name,
    value,
    cell: book.initial.reference(name),
  }));
  for (const [k, given] of initial.entries()) {
    const row = firstGivenRow + k;
    writeRow(sheet, row, given, setOption(row, given.name, k === 0));
  }
  const rateCell = absolute(LEARNING_RATE_CELL.row, LEARNING_RATE_CELL.column);
  let before = '';
  for (const [k, { learningRate }] of book.traces.entries()) {
    const row = lastInitialRow + 1 + k;
    const name = rateSheet(learningRate);
    const option = rateOption(row, learningRate, before);
    writeRow(sheet, row, { name: words.given.rate(name), value: learningRate, cell: onSheet(name, rateCell) }, option);
    before = option.value;
  }
}

const bottom = ['hair', colors.hair] as const;
const number = { format: formats.plain, align: 'center', shrink: true, bottom } as const;

function writeRow(sheet: SheetDraft, row: number, { name, value, cell }: Given, option: LiveText): void {
  const [made, now] = [relative(row, givenColumns.made), relative(row, givenColumns.now)];
  sheet.put(row, givenColumns.name, name, look({ bold: true, align: 'center', bottom }));
  sheet.put(row, givenColumns.made, value, look({ ...number, color: colors.text }));
  sheet.put(row, givenColumns.now, live(cell, value), look({ ...number, color: colors.otherSheet }));
  sheet.put(
    row,
    givenColumns.changed,
    live(`IF(${now}=${made},"","${words.given.changed}")`, ''),
    look({ bold: true, color: shades.error.strong, align: 'center', bottom }),
  );
  const style = look({ size: 9, format: formats.unseen });
  sheet.put(row, givenColumns.option, live(option.formula, option.value), style);
}

/** A number as the command line wants it: with a point, where the program shows a decimal comma. */
const commandNumber = (cell: string): string => `SUBSTITUTE(${cell}&"",",",".")`;

/** Whether the number of a row was changed. */
const isChanged = (row: number): string => `${relative(row, givenColumns.changed)}="${words.given.changed}"`;

/** The options of all initial values so far that were changed; each row adds its own, so that no formula grows with the network. */
function setOption(row: number, name: string, first: boolean): LiveText {
  const before = first ? '' : `${relative(row - 1, givenColumns.option)}&`;
  const own = `" --set ${name}="&${commandNumber(relative(row, givenColumns.now))}`;
  return { formula: `${before}IF(${isChanged(row)},${own},"")`, value: '' };
}

/** All learning rates so far; those that were not changed are written as they were given. */
function rateOption(row: number, rate: number, before: string): LiveText {
  const cell = before === '' ? '" -r "&' : `${relative(row - 1, givenColumns.option)}&" "&`;
  const now = commandNumber(relative(row, givenColumns.now));
  return {
    formula: `${cell}IF(${isChanged(row)},${now},"${rate}")`,
    value: `${before === '' ? ' -r' : before} ${rate}`,
  };
}

/** How many of the given numbers were changed, and the command that makes the workbook with them as they are now. */
export function commandFormulas(
  { table, traces }: Book,
  { firstGivenRow, lastInitialRow, lastGivenRow }: CrossCheckLayout,
): { readonly changes: string; readonly command: LiveText } {
  const column = givenColumns.changed;
  const changes = `COUNTIF(${absolute(firstGivenRow, column)}:${absolute(lastGivenRow, column)},"${words.given.changed}")`;
  const [set, rates] = [lastInitialRow, lastGivenRow].map((row) => absolute(row, givenColumns.option));
  const end = ` -n ${table.iterations}`;
  return {
    changes,
    command: {
      formula: `IFERROR("${words.command}"&${set}&${rates}&"${end}","${words.tooLong}")`,
      value: `${words.command} -r ${traces.map(({ learningRate }) => learningRate).join(' ')}${end}`,
    },
  };
}
