import type { NetworkSource } from '../../network/source.ts';
import type { Named } from '../../quantities/layer.ts';
import { initialValues } from '../../quantities/topology.ts';
import { absolute, onSheet, relative } from '../../sheet/address.ts';
import type { SheetDraft } from '../../sheet/draft.ts';
import { look } from '../../sheet/look.ts';
import type { Book } from '../book.ts';
import { runTable } from '../book.ts';
import { LEARNING_RATE_CELL } from '../layout.ts';
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

/**
 * The list of every number that a person may change: as the workbook was made with it, and as it is now.
 *
 * @returns the options of the command that set initial values, while none is changed
 */
export function writeGiven(sheet: SheetDraft, book: Book, layout: CrossCheckLayout): string {
  const { givenTitleRow, givenHeadRow, firstGivenRow, lastInitialRow } = layout;
  sheet.put(givenTitleRow, givenColumns.name, words.given.title, look({ size: 13, bold: true, color: ink.strong }));
  sheet.setHeight(givenTitleRow, 26);
  for (const [k, text] of words.given.head.entries())
    sheet.put(givenHeadRow, givenColumns.name + k, text, header.name(ink, false));
  const initial = givenInitially(book);
  let set: LiveText | undefined;
  for (const [k, given] of initial.entries()) {
    const row = firstGivenRow + k;
    set = given.ofRun ? keptOption(row, set) : setOption(row, given, set, isSet(book.source, given));
    writeRow(sheet, row, given, set);
  }
  const rateCell = absolute(LEARNING_RATE_CELL.row, LEARNING_RATE_CELL.column);
  const { givenRate } = book.topology;
  let before = '';
  for (const [k, { learningRate }] of book.traces.entries()) {
    const row = lastInitialRow + 1 + k;
    const name = runTable(book, k).sheet;
    const option = book.names === undefined ? rateOption(row, learningRate, before) : ownRate(row, before);
    const cell = onSheet(name, rateCell);
    writeRow(sheet, row, { name: words.given.ofRun(givenRate, name), value: learningRate, cell }, option);
    before = option.value;
  }
  return set?.value ?? '';
}

/** An initial value, and whether it is that of one run alone. */
interface GivenInitially extends Given {
  readonly path: Named['path'];
  readonly ofRun: boolean;
}

/** The initial values of the network, and after them those that runs have for themselves. */
export function givenInitially({ runs, names = [] }: Pick<Book, 'runs' | 'names'>): readonly GivenInitially[] {
  const first = runs[0];
  const shared = new Set(
    first?.initial.blocks.flatMap(({ byRun, items }) => (byRun === undefined ? items.map(({ name }) => name) : [])),
  );
  return runs.flatMap(({ topology, initial }, k) =>
    initialValues(topology).flatMap(({ name, value, path }) => {
      const ofRun = !shared.has(name);
      if (!ofRun && k > 0) return [];
      const called = ofRun ? words.given.ofRun(name, names[k] ?? '') : name;
      return [{ name: called, value, path, cell: initial.reference(name), ofRun }];
    }),
  );
}

/** The options so far, where what is of a single run is as it was: no option sets that. */
function keptOption(row: number, before: LiveText | undefined): LiveText {
  const cell = relative(row - 1, givenColumns.option);
  return {
    formula: `IF(${isChanged(row)},NA(),${before === undefined ? '""' : `${cell}&""`})`,
    value: before?.value ?? '',
  };
}

/** Nothing, where the learning rate of a run is as it was. */
const ownRate = (row: number, before: string): LiveText => ({
  formula: `IF(${isChanged(row)},NA(),${before === '' ? '""' : relative(row - 1, givenColumns.option)})`,
  value: '',
});

/** Whether the command set an initial value: by its name, or by the field of the optimizer that it is. */
const isSet = ({ set }: NetworkSource, { name, path }: Pick<Named, 'name' | 'path'>): boolean =>
  set.includes(name) || (path[0] === 'optimizer' && set.includes(String(path[1])));

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
    look({ bold: true, color: shades.error.strong, align: 'left', bottom }),
  );
  const style = look({ size: 9, format: formats.unseen });
  sheet.put(row, givenColumns.option, live(option.formula, option.value), style);
}

/**
 * A number as the command line wants it: with a point, where the program shows a decimal comma; a small one with an exponent, because some
 * programs write no more than twenty decimals.
 */
function commandNumber(cell: string): string {
  const exponent = `ROUND(LOG10(ABS(${cell}))-0.4999999999,0)`;
  const small = `${cell}/10^${exponent}&"e"&${exponent}`;
  const isPlain = `OR(${cell}=0,ABS(${cell})>=0.001)`;
  return `SUBSTITUTE(IF(${isPlain},${cell}&"",${small}),",",".")`;
}

/** Whether the number of a row was changed. */
const isChanged = (row: number): string => `${relative(row, givenColumns.changed)}="${words.given.changed}"`;

/**
 * The options of all initial values so far that were changed, now or when the workbook was made; each row adds its own, so that no formula
 * grows with the network.
 */
function setOption(row: number, { name, value }: Given, before: LiveText | undefined, isSet: boolean): LiveText {
  const cell = relative(row - 1, givenColumns.option);
  const [gap, had] = before === undefined ? ['""', '""'] : [`${cell}&IF(${cell}="",""," ")`, `${cell}&""`];
  const own = (number: string): string => `${gap}&"--set ${name}="&${number}`;
  const made = isSet ? own(`"${value}"`) : had;
  const texts = [before?.value ?? '', ...(isSet ? [`--set ${name}=${value}`] : [])].filter((text) => text !== '');
  return {
    formula: `IF(${isChanged(row)},${own(commandNumber(relative(row, givenColumns.now)))},${made})`,
    value: texts.join(' '),
  };
}

/** All learning rates so far; those that were not changed are written as they were given. */
function rateOption(row: number, rate: number, before: string): LiveText {
  const cell = before === '' ? '"-r "&' : `${relative(row - 1, givenColumns.option)}&" "&`;
  const now = commandNumber(relative(row, givenColumns.now));
  return {
    formula: `${cell}IF(${isChanged(row)},${now},"${rate}")`,
    value: `${before === '' ? '-r' : before} ${rate}`,
  };
}

/**
 * How many of the given numbers were changed, and the command that makes the workbook with them as they are now.
 *
 * @param set the options that set initial values while none is changed
 */
export function commandFormulas(
  { table, traces, source, names }: Book,
  { firstGivenRow, lastInitialRow, lastGivenRow }: CrossCheckLayout,
  set: string,
): { readonly changes: string; readonly command: LiveText } {
  const column = givenColumns.changed;
  const changes = `COUNTIF(${absolute(firstGivenRow, column)}:${absolute(lastGivenRow, column)},"${words.given.changed}")`;
  const [sets, rates] = [lastInitialRow, lastGivenRow].map((row) => absolute(row, givenColumns.option));
  const end = ` -n ${table.iterations}`;
  const start = words.command(source.words);
  // A text in a formula has 255 characters at most.
  const pieces = start.match(/.{1,200}/gsu) ?? [];
  const literal = pieces.map((piece) => `"${piece.replaceAll('"', '""')}"`).join('&');
  const given = names === undefined ? ` -r ${traces.map(({ learningRate }) => learningRate).join(' ')}` : '';
  const ratesGiven = names === undefined ? `&" "&${rates}` : `&${rates}`;
  return {
    changes,
    command: {
      formula: `IFERROR(${literal}&IF(${sets}="",""," "&${sets})${ratesGiven}&"${end}","${words.tooLong}")`,
      value: `${start}${set === '' ? '' : ` ${set}`}${given}${end}`,
    },
  };
}
