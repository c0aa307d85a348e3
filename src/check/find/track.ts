import type { CellPosition } from '../file/address.ts';

/** A cell of a workbook by its sheet and place. */
export interface Site extends CellPosition {
  readonly sheet: string;
}

/** Where the numbers of a quantity stand: the cell of each iteration, the first one first, and the cell with its name. */
export interface Track {
  readonly sites: readonly Site[];
  readonly header?: Site;
}

/** What crosses a line of cells, a row or a column where iterations go across, at a place. */
export const crossing = (sheet: string, at: number, upright: boolean, across: number): Site =>
  upright ? { sheet, row: across, column: at } : { sheet, row: at, column: across };

/** Which line a place is on, and where it crosses it. */
export const lineAt = (
  { row, column }: CellPosition,
  upright: boolean,
): { readonly at: number; readonly across: number } =>
  upright ? { at: column, across: row } : { at: row, across: column };

/** Text that tells cells apart. */
export const siteKey = ({ sheet, row, column }: Site): string => `${sheet.toLowerCase()}!${row}:${column}`;

/** A quantity and the iteration, counted from 0, that a cell belongs to; iterations just outside the table are told too. */
export interface Meant {
  readonly name: string;
  readonly k: number;
}

/** Tells what a cell holds. */
export type MeaningAt = (site: Site) => Meant | undefined;

/** Iterations outside the table that a copied formula still means as its rows. */
const NEAR = 2;

/** Finds the quantity and the iteration of any cell of a table; its cells are listed when the first one is asked for. */
export function meaningsOf(tracks: ReadonlyMap<string, Track>): MeaningAt {
  let listed: MeaningAt | undefined;
  return (site) => {
    listed ??= listedMeanings(tracks);
    return listed(site);
  };
}

function listedMeanings(tracks: ReadonlyMap<string, Track>): MeaningAt {
  const sheets = new Map<string, Map<number, Meant>>();
  const put = ({ sheet, row, column }: Site, meant: Meant): void => {
    const key = sheet.toLowerCase();
    const cells = sheets.get(key) ?? new Map<number, Meant>();
    sheets.set(key, cells);
    if (!cells.has(row * 16_384 + column)) cells.set(row * 16_384 + column, meant);
  };
  for (const [name, { sites }] of tracks) for (const [k, site] of sites.entries()) put(site, { name, k });
  for (const [name, { sites }] of tracks)
    for (let d = 1; d <= NEAR; d++) {
      const count = sites.length;
      const [before, after] = [beyond(sites[0], sites[1], d), beyond(sites[count - 1], sites[count - 2], d)];
      if (before !== undefined) put(before, { name, k: -d });
      if (after !== undefined) put(after, { name, k: count - 1 + d });
    }
  return ({ sheet, row, column }) => sheets.get(sheet.toLowerCase())?.get(row * 16_384 + column);
}

/** The cell that follows `from`, so many steps away from `other`. */
function beyond(from: Site | undefined, other: Site | undefined, steps: number): Site | undefined {
  if (from === undefined || other === undefined || from.sheet !== other.sheet) return undefined;
  const place = {
    sheet: from.sheet,
    row: from.row + steps * (from.row - other.row),
    column: from.column + steps * (from.column - other.column),
  };
  return place.row < 1 || place.column < 1 ? undefined : place;
}
