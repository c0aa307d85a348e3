import { cellsInLine } from '../find/lines.ts';
import { type Site, siteKey, type Track } from '../find/track.ts';
import type { Numbers } from '../judge/numbers.ts';
import type { Reading } from '../judge/reading.ts';
import { leastOf, mostOf } from '../most.ts';
import type { Table } from '../table/table.ts';

/** Columns without a telling name that are looked at. */
export const MOST_COLUMNS = 80;

/** A column and the quantity that stands in it. */
export interface Found {
  readonly name: string;
  readonly track: Track;
}

/** Finds columns without a telling name, no two of the same quantity. @param taken cells, by `siteKey`, of columns that were found before */
export type Finder = (reading: Reading, numbers: Numbers, taken: ReadonlySet<string>) => readonly Found[];

/** Quantities that a table has no column of. */
export const lacking = ({ expected, tracks }: Table): readonly string[] =>
  [...expected]
    .filter(([name, rule]) => !tracks.has(name) && rule.kind === 'formula' && !rule.learned)
    .map(([name]) => name);

/** Whether a cell is filled, and means nothing yet. */
export const isFree = ({ table, rate, labelled, grid }: Reading, site: Site): boolean =>
  table.meaningAt(site) === undefined &&
  !labelled.has(siteKey(site)) &&
  (rate?.cell === undefined || siteKey(rate.cell) !== siteKey(site)) &&
  grid.cell(site.sheet, site) !== undefined;

/** Columns beside those of the table, in all of its iterations, that hold numbers under no telling name. */
export function freeTracks(reading: Reading, taken: ReadonlySet<string>): readonly Track[] {
  const { grid, table } = reading;
  const [lead] = [...table.tracks.values()].sort((a, b) => b.sites.length - a.sites.length);
  const home = lead?.sites[0];
  if (lead === undefined || home === undefined) return [];
  const own = grid.sheets.find(({ name }) => name === home.sheet);
  const used = [...table.tracks.values()].flatMap(({ sites }) => sites.slice(0, 1));
  const acrossOf = ({ row, column }: { readonly row: number; readonly column: number }): number =>
    table.upright ? row : column;
  const [least, most] = [leastOf(used.map(acrossOf)), mostOf(used.map(acrossOf))];
  const line = own === undefined ? [] : cellsInLine(own, table.upright ? home.column : home.row, table.upright);
  const inLine = line.filter((cell) => acrossOf(cell) >= least - 3 && acrossOf(cell) <= most + MOST_COLUMNS);
  return inLine.flatMap((cell): readonly Track[] => {
    const sites = lead.sites.map((site) =>
      table.upright
        ? { sheet: site.sheet, row: cell.row, column: site.column }
        : { sheet: site.sheet, row: site.row, column: cell.column },
    );
    const [first] = sites;
    if (first === undefined || taken.has(siteKey(first)) || !isFree(reading, first) || reading.isElsewhere(first))
      return [];
    const filled = sites.filter((site) => grid.number(site.sheet, site) !== undefined);
    return filled.length * 2 > sites.length ? [{ sites }] : [];
  });
}
