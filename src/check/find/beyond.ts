import { lettersOf } from '../file/address.ts';
import type { LearnerSheet } from '../file/sheet.ts';
import type { NotJudged } from '../finding.ts';
import type { Grid } from '../formula/grid.ts';
import type { FoundTable } from './join.ts';
import { isSummary } from './summary.ts';
import { crossing, lineAt, type Site } from './track.ts';

/**
 * Lines that hold numbers under the headers of a table, but stand apart from it: nothing says that they belong to it, or what else they
 * are. Summaries and copies of its lines are none.
 *
 * @param tables all tables of the workbook
 */
export function linesBeyond(grid: Grid, tables: readonly FoundTable[]): readonly NotJudged[] {
  return grid.sheets.flatMap((sheet) => {
    const own = tables.filter((table) => table.sheet === sheet.name);
    return [false, true].flatMap((upright) => {
      const some = own.filter((table) => table.upright === upright);
      if (some.length === 0) return [];
      const lines = linesOf(sheet, upright);
      const headers = some.map(({ header }) => header).sort((a, b) => a - b);
      return some.flatMap((table) => beyond(grid, table, lines, headers));
    });
  });
}

/** The lines of a sheet that hold something, in order. */
const linesOf = ({ cells }: LearnerSheet, upright: boolean): readonly number[] =>
  [...new Set([...cells.values()].map((cell) => lineAt(cell, upright).at))].sort((a, b) => a - b);

/** The lines between the end of a table and the next header. */
function beyond(
  grid: Grid,
  { sheet, upright, header, tracks }: FoundTable,
  lines: readonly number[],
  headers: readonly number[],
): readonly NotJudged[] {
  const own = [...tracks.values()].filter(({ sites }) => sites.every((site) => site.sheet === sheet));
  const places = own.flatMap(({ sites }) => sites.slice(0, 1).map((site) => lineAt(site, upright).across));
  const columns = [...new Set(places)];
  const lastOf = (sites: readonly Site[]): number =>
    sites.reduce((end, site) => Math.max(end, lineAt(site, upright).at), header);
  const last = own.reduce((end, { sites }) => Math.max(end, lastOf(sites)), header);
  const next = headers.find((line) => line > last) ?? Number.POSITIVE_INFINITY;
  const odd = lines.filter((line) => {
    if (line <= last || line >= next) return false;
    const sites = columns.map((across) => crossing(sheet, line, upright, across));
    const filled = sites.filter((site) => isNumber(grid, site));
    return filled.length * 2 > columns.length && !isSummary(grid, filled, upright, 1);
  });
  const [from, to] = [odd[0], odd.at(-1)];
  if (from === undefined || to === undefined) return [];
  const name = (line: number): string => (upright ? lettersOf(line) : `${line}`);
  const kind = upright ? 'column' : 'row';
  return [
    {
      sheet,
      what: from === to ? `${kind} ${name(from)}` : `${kind}s ${name(from)} to ${name(to)}`,
      why: 'numbers stand there under the headers of the table, but apart from it',
    },
  ];
}

const isNumber = (grid: Grid, site: Site): boolean =>
  grid.number(site.sheet, site) !== undefined || grid.cell(site.sheet, site)?.formula !== undefined;
