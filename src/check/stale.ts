import type { Finding } from './finding.ts';
import type { Grid } from './formula/grid.ts';
import { same } from './judge/tolerance.ts';
import type { FoundTable } from './table/find.ts';

/** Whether numbers are stored that are not what the formulas give. */
export function isStale(grid: Grid, { sheet, first, last, columns }: FoundTable): boolean {
  for (const column of columns.values())
    for (let row = first; row <= last; row++) {
      const cell = grid.cell(sheet, { row, column });
      if (cell?.formula === undefined || typeof cell.value !== 'number') continue;
      const now = grid.recalculated(sheet, cell);
      if (
        now !== undefined &&
        Number.isFinite(now) &&
        !same(now, cell.value, 1e-9) &&
        Math.abs(now - cell.value) > 1e-12
      )
        return true;
    }
  return false;
}

/** Says so. */
export const staleNote = (sheet: string): Finding => ({
  kind: 'stored-values',
  mistake: false,
  sheet,
  message:
    'The file holds numbers that are not what its formulas give, so the formulas were calculated anew; open and save it once.',
});
