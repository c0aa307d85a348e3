import type { Grid } from '../formula/grid.ts';
import { leavesOf } from '../formula/leaves.ts';
import { lineAt, type Site } from './track.ts';

/**
 * Whether a line below a table sums it up: its formulas read several cells of their own columns and no others, as averages and largest
 * numbers do.
 *
 * @param sites the cells of the line that stand in the columns of the table
 * @param least how many cells each formula reads at least; 1 where copies of a line count too
 */
export function isSummary(grid: Grid, sites: readonly Site[], upright: boolean, least = 2): boolean {
  let [filled, formulas] = [0, 0];
  for (const site of sites) {
    const cell = grid.cell(site.sheet, site);
    if (cell === undefined) continue;
    filled++;
    if (cell.formula === undefined) continue;
    formulas++;
    const own = lineAt(cell, upright).across;
    const leaves = leavesOf(grid, cell);
    const isOwn = leaves.every((leaf) => leaf.sheet === cell.sheet && lineAt(leaf, upright).across === own);
    if (leaves.length < least || !isOwn) return false;
  }
  return formulas * 2 > filled;
}
