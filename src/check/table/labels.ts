import type { Naming } from '../find/fragment.ts';
import type { Site } from '../find/track.ts';
import type { Grid } from '../formula/grid.ts';
import type { Table } from './table.ts';

/** A given number that stands outside the table, beside or below its name. */
export interface Labelled {
  readonly name: string;
  readonly site: Site;
  readonly value: number;
}

/** Finds the inputs and targets that a table has no column of by their labels, on its own sheet or else on another one. */
export function labelledGiven(grid: Grid, table: Table, named: Naming): readonly Labelled[] {
  const lacking = new Set([...table.given].filter((name) => !table.tracks.has(name)));
  if (lacking.size === 0) return [];
  const own = (sheet: string): boolean => sheet === table.sheet;
  const sheets = grid.sheets.toSorted((a, b) => Number(own(b.name)) - Number(own(a.name)));
  return sheets.flatMap(({ name: sheet, cells }) =>
    [...cells.values()].flatMap((cell): readonly Labelled[] => {
      if (lacking.size === 0 || typeof cell.value !== 'string' || cell.value.length > 30) return [];
      const name = named(cell.value);
      if (name === undefined || !lacking.has(name)) return [];
      const near = [
        { row: cell.row, column: cell.column + 1 },
        { row: cell.row + 1, column: cell.column },
        { row: cell.row, column: cell.column - 1 },
      ];
      const place = near.find((each) => each.column > 0 && grid.number(sheet, each) !== undefined);
      if (place === undefined) return [];
      lacking.delete(name);
      return [{ name, site: { sheet, ...place }, value: grid.number(sheet, place) ?? Number.NaN }];
    }),
  );
}
