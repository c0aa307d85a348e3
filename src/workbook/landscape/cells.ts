import { absolute, onSheet } from '../../sheet/address.ts';
import type { SheetDraft } from '../../sheet/draft.ts';
import { type Look, look } from '../../sheet/look.ts';
import { colors, ink } from '../look/palette.ts';
import { formats, header } from '../look/style.ts';
import { choice } from '../numbers/choice.ts';
import type { LandscapeParts } from './landscape.ts';
import { ASIDE, mapHalf } from './numbers.ts';

/** The looks of the tables of the working. */
const numberIn = (color: string, format: string): Look =>
  look({ format, color, align: 'center', bottom: ['hair', colors.hair] });
const [own, other] = [numberIn(colors.black, formats.six), numberIn(colors.otherSheet, formats.six)];
const [ownWhole, otherWhole] = [numberIn(colors.black, formats.plain), numberIn(colors.otherSheet, formats.plain)];
export const tableNumber = (color: string = colors.black): Look => (color === colors.otherSheet ? other : own);

/** The look of what counts: numbers of columns and rows, of weights and iterations. */
export const tableCount = (color: string = colors.black): Look => (color === colors.otherSheet ? otherWhole : ownWhole);

const COUNTS: readonly string[] = ['number', 'column', 'gradientColumn', 'iteration', 'row', 'name'];

/** The look of a column of a table, by its name. */
export const tableLook = (column: string, color?: string): Look =>
  COUNTS.includes(column) ? tableCount(color) : tableNumber(color);
export const tableName = look({ bold: true, color: ink.strong, align: 'left', bottom: ['hair', colors.hair] });

export function writeTitles(sheet: SheetDraft, row: number, column: number, texts: readonly string[]): void {
  for (const [k, text] of texts.entries()) sheet.put(row, column + k, text, header.name(ink, false));
}

/** A number of a table of the learning rates, by iteration and column: INDEX finds it, CHOOSE picks the sheet. */
export function pick({ book, layout }: LandscapeParts, iteration: string, column: string): string {
  const picks = book.runs.map(({ table }) => {
    const cells = `${absolute(table.firstRow, 1)}:${absolute(table.lastRow, table.lastColumn)}`;
    return `INDEX(${onSheet(table.sheet, cells)},${iteration},${column})`;
  });
  return picks.length === 1 ? (picks[0] ?? '') : choice(layout.cells.position, picks);
}

/** Where on the map a weight stands: the column from the left, or the row from the bottom, both counted from 0; −1 for none. */
export function onMap({ layout, plan }: LandscapeParts, weight: string, which: number): string {
  const half = mapHalf(plan);
  return `IFERROR(ROUND((${weight}-${layout.chosen(which, 'now')})/${layout.range}*${half}+${half}+${ASIDE},0),-1)`;
}

export function onMapNow({ plan, numbers }: LandscapeParts, weight: number, which: number): number {
  const half = mapHalf(plan);
  const place = ((weight - (numbers.chosen[which]?.now ?? 0)) / numbers.range) * half + half + ASIDE;
  // Spreadsheets round halves away from 0.
  return Number.isFinite(place) ? Math.sign(place) * Math.round(Math.abs(place)) + 0 : -1;
}
