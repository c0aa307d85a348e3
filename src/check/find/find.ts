import type { Grid } from '../formula/grid.ts';
import { leavesOf } from '../formula/leaves.ts';
import { type Fragment, fragmentsOf, type Naming } from './fragment.ts';
import { type FoundTable, joined } from './join.ts';
import { labelledTable } from './labelled-table.ts';
import { isWeight } from './sorts.ts';
import { siteKey } from './track.ts';

/** Headers of a table with no numbers under them. */
export type EmptyTable = Pick<Fragment, 'sheet' | 'header' | 'upright' | 'names'>;

/** What tables a workbook has. */
export interface FoundTables {
  readonly found: readonly FoundTable[];
  readonly empty: readonly EmptyTable[];
}

/**
 * Finds the tables of a workbook, wherever and however they stand: with names above or beside their numbers, whole or in parts. Only
 * where there is none, single cells beside their names are taken for one.
 */
export function findTables(grid: Grid, named: Naming): FoundTables {
  const down = joined(
    grid,
    grid.sheets.flatMap((sheet) => fragmentsOf(sheet, grid, named, false)),
  );
  const taken = new Set([...down.found, ...down.empty].map(({ sheet }) => sheet));
  const beside = grid.sheets
    .filter(({ name }) => !taken.has(name))
    .flatMap((sheet) => fragmentsOf(sheet, grid, named, true));
  const across = joined(grid, beside);
  // Beside tables of the usual kind, names that stand below each other are mostly those of a diagram or a list.
  const isTable = (table: FoundTable): boolean =>
    table.iterations > 1 && (down.found.length === 0 || goesOn(grid, table));
  const found = [...down.found, ...across.found.filter(isTable)];
  if (found.length > 0 || down.empty.length > 0) return { found, empty: down.empty };
  const single = grid.sheets.flatMap((sheet) => labelledTable(sheet, grid, named) ?? []);
  return { found: single, empty: single.length > 0 ? [] : across.empty };
}

/** Whether a table is all numbers, and most weights of the second iteration are computed from themselves in the first. */
function goesOn(grid: Grid, { tracks }: FoundTable): boolean {
  const cells = [...tracks.values()].flatMap(({ sites }) => sites);
  if (cells.some((site) => typeof grid.cell(site.sheet, site)?.value === 'string')) return false;
  const weights = [...tracks].filter(([name]) => isWeight(name));
  const own = weights.filter(([, { sites }]) => {
    const [first, second] = sites;
    const cell = second === undefined ? undefined : grid.cell(second.sheet, second);
    return (
      first !== undefined && cell !== undefined && leavesOf(grid, cell).some((leaf) => siteKey(leaf) === siteKey(first))
    );
  });
  return own.length * 2 > weights.length;
}
