import type { Role } from '../../model/column.ts';
import { columnsOf } from '../../model/quantities.ts';
import type { Named } from '../../quantities/layer.ts';
import { givenName } from '../../quantities/name.ts';
import type { Topology } from '../../quantities/topology.ts';
import { absolute, onSheet } from '../../sheet/address.ts';
import type { SheetDraft } from '../../sheet/draft.ts';
import { type Look, look } from '../../sheet/look.ts';
import type { Book } from '../book.ts';
import { colors, shades } from '../look/palette.ts';
import { formats } from '../look/style.ts';
import { type Block, firstValueRow, initialName, NETWORK_SHEET, type NetworkLayout } from './layout.ts';
import { networkWords } from './words.ts';

const NAME_SIZE = 10;
const NOTE_SIZE = 8;

/** Writes the tables of initial values: beside every name what it connects, and the number to type over. */
export function writeInitialValues(sheet: SheetDraft, book: Book): void {
  const { initial, runs } = book;
  // Samples of several batches share their columns.
  const meanings = new Map(
    runs
      .flatMap(({ table }) => columnsOf(table.groups))
      .flatMap(({ name, meaning, rule }) => [
        [name, meaning] as const,
        ...(rule.kind === 'in-turn' ? (rule.of ?? []).map((each) => [each, meaning] as const) : []),
      ]),
  );
  const notes = notesOf(book.topology);
  const noteOf = (name: string): string => notes.get(name) ?? '';
  const write = (item: Named, row: number, column: number, run?: number): void => {
    const { name } = item;
    sheet.put(row, column, item.value, typed, {
      validation: {
        allowed: { kind: 'decimal', from: -1e9, to: 1e9 },
        prompt: { title: name, text: networkWords.hint(meanings.get(name) ?? '') },
        refusal: networkWords.notANumber,
      },
    });
    sheet.define(initialName(item, run), onSheet(NETWORK_SHEET, absolute(row, column)));
  };
  for (const block of initial.blocks) {
    const shade = shades[block.role];
    const bar = look({
      bold: true,
      size: NAME_SIZE,
      color: colors.white,
      fill: shade.strong,
      indent: 1,
      align: 'left',
    });
    sheet.put(block.row, initial.nameColumn, block.title, bar);
    for (let k = 0; k < block.columns; k++) sheet.put(block.row, initial.valueColumn + k, null, bar);
    if (block.byRun !== undefined) {
      writeRuns(sheet, initial, block, noteOf, write);
      continue;
    }
    if (block.columns > 1) writeSampleNames(sheet, initial, block);
    for (const item of block.items) {
      const { name } = item;
      const row = initial.row(name);
      if (block.columns === 1) writeName(sheet, row, initial.nameColumn, name, noteOf(name), block.role);
      write(item, row, initial.column(name));
    }
  }
}

/** What every run has a number of its own for: a row for each name, a column for each run. */
function writeRuns(
  sheet: SheetDraft,
  { nameColumn, valueColumn }: NetworkLayout,
  block: Block,
  noteOf: (name: string) => string,
  write: (item: Named, row: number, column: number, run: number) => void,
): void {
  const { heads, rows } = block.byRun ?? { heads: [], rows: [] };
  const name = headLook(block);
  sheet.put(block.row + 1, nameColumn, null, name);
  for (const [k, head] of heads.entries()) sheet.put(block.row + 1, valueColumn + k, head, name);
  const first = firstValueRow(block);
  for (const [k, items] of rows.entries()) {
    const [some] = items.flatMap((item) => item ?? []);
    if (some !== undefined) writeName(sheet, first + k, nameColumn, some.name, noteOf(some.name), block.role);
    for (const [run, item] of items.entries())
      if (item !== undefined) write(item, first + k, valueColumn + run, run + 1);
  }
}

/** The look of what stands above columns. */
const headLook = ({ role }: Block): Look => {
  const { strong, wash } = shades[role];
  return look({ bold: true, size: NAME_SIZE, color: strong, fill: wash, align: 'center', shrink: true, bottom });
};

/** The head of the table of samples, and the names of its rows. */
function writeSampleNames(sheet: SheetDraft, { nameColumn, valueColumn }: NetworkLayout, block: Block): void {
  const { strong, wash } = shades[block.role];
  const name = look({ bold: true, size: NAME_SIZE, color: strong, fill: wash, align: 'center', bottom });
  sheet.put(block.row + 1, nameColumn, null, name);
  for (const [k, { letter, number }] of block.items.slice(0, block.columns).entries())
    sheet.put(block.row + 1, valueColumn + k, givenName(letter, number).name, name);
  const first = firstValueRow(block);
  for (let s = 0; s < block.items.length / block.columns; s++)
    writeName(sheet, first + s, nameColumn, networkWords.sample(s + 1), '', block.role);
}

const typed = look({
  size: NAME_SIZE,
  color: colors.typed,
  fill: colors.typedFill,
  box: colors.typedBorder,
  format: formats.input,
  align: 'right',
  shrink: true,
});

function writeName(sheet: SheetDraft, row: number, column: number, name: string, note: string, role: Role): void {
  const { strong, wash } = shades[role];
  const style = look({ bold: true, size: NAME_SIZE, color: strong, fill: wash, indent: 1, align: 'left', bottom });
  const runs = [
    { text: name, look: style },
    { text: `  ${note}`, look: look({ size: NOTE_SIZE, color: colors.muted }) },
  ];
  sheet.put(row, column, note === '' ? name : { runs }, style);
}

const bottom = ['hair', colors.hair] as const;

/** What each target belongs to, and what each weight and bias feeds. */
function notesOf({ errors, layers, samples }: Topology): ReadonlyMap<string, string> {
  return new Map([
    ...samples.flatMap(({ targets }) =>
      targets.map(({ name }, k) => [name, networkWords.target(errors[k]?.output ?? '')] as const),
    ),
    ...layers.flatMap(({ units, biases }) => [
      ...units.flatMap(({ netInput, weights }) =>
        weights.map(({ name, from }) => [name, networkWords.weight(from, netInput)] as const),
      ),
      ...biases.map(({ name, units: fed, trained }) => [name, networkWords.bias(fed, trained)] as const),
    ]),
  ]);
}

const LEAST_WIDTH = 96;
const PIXELS_PER_CHARACTER = 5.6;

/** The width of the column of names, in pixels. */
export function nameWidth({ topology, initial }: Book): number {
  const notes = notesOf(topology);
  const names = initial.blocks.flatMap(({ items, columns, byRun }) =>
    columns > 1 && byRun === undefined ? [networkWords.sample(items.length / columns)] : items.map(({ name }) => name),
  );
  const longest = Math.max(...names.map((name) => name.length + 2 + (notes.get(name)?.length ?? 0)));
  return Math.max(LEAST_WIDTH, Math.ceil(longest * PIXELS_PER_CHARACTER) + 20);
}
