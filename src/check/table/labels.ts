import type { Place } from '../file/address.ts';
import type { Grid } from '../formula/grid.ts';
import { nameOf } from './names.ts';
import type { Table } from './table.ts';

/** A given number that stands outside the table, beside or below its name. */
export interface Labelled {
  readonly name: string;
  readonly sheet: string;
  readonly place: Place;
  readonly value: number;
}

/** Finds the inputs and targets that a table has no column of by their labels on the same sheet. */
export function labelledGiven(grid: Grid, table: Table): readonly Labelled[] {
  const lacking = new Set([...table.given].filter((name) => !table.columns.has(name)));
  if (lacking.size === 0) return [];
  const cells = grid.sheets.find(({ name }) => name === table.sheet)?.cells.values() ?? [];
  return [...cells].flatMap((cell): readonly Labelled[] => {
    if (typeof cell.value !== 'string' || cell.value.length > 30) return [];
    const name = nameOf(cell.value);
    if (name === undefined || !lacking.has(name)) return [];
    const near = [
      { row: cell.row, column: cell.column + 1 },
      { row: cell.row + 1, column: cell.column },
      { row: cell.row, column: cell.column - 1 },
    ];
    const place = near.find((each) => each.column > 0 && grid.number(table.sheet, each) !== undefined);
    if (place === undefined) return [];
    lacking.delete(name);
    return [{ name, sheet: table.sheet, place, value: grid.number(table.sheet, place) ?? Number.NaN }];
  });
}
