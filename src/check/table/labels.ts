import type { Cell, LearnerSheet } from '../file/sheet.ts';
import type { Naming } from '../find/fragment.ts';
import type { Site } from '../find/track.ts';
import type { Grid } from '../formula/grid.ts';
import { groupedBy } from '../grouped.ts';
import type { Table } from './table.ts';

/** A given number that stands outside the table, beside or below its name. */
export interface Labelled {
  readonly name: string;
  readonly site: Site;
  readonly value: number;
}

/** Characters of a label. */
const MOST_LABEL = 30;

/** The labels of each sheet by what they name, for each way of naming; found once for all tables. */
const known = new WeakMap<Naming, WeakMap<LearnerSheet, ReadonlyMap<string | undefined, readonly Cell[]>>>();

function labelsOf(sheet: LearnerSheet, named: Naming): ReadonlyMap<string | undefined, readonly Cell[]> {
  const sheets = known.get(named) ?? new WeakMap<LearnerSheet, ReadonlyMap<string | undefined, readonly Cell[]>>();
  known.set(named, sheets);
  const labels =
    sheets.get(sheet) ??
    groupedBy(sheet.cells.values(), ({ value }) =>
      typeof value === 'string' && value.length <= MOST_LABEL ? named(value) : undefined,
    );
  sheets.set(sheet, labels);
  return labels;
}

/** Finds the inputs and targets that a table has no column of by their labels, on its own sheet or else on another one. */
export function labelledGiven(grid: Grid, table: Table, named: Naming): readonly Labelled[] {
  const lacking = [...table.given].filter((name) => !table.tracks.has(name));
  if (lacking.length === 0) return [];
  const own = (sheet: string): boolean => sheet === table.sheet;
  const sheets = grid.sheets.toSorted((a, b) => Number(own(b.name)) - Number(own(a.name)));
  return lacking.flatMap((name): readonly Labelled[] => {
    for (const sheet of sheets)
      for (const { row, column } of labelsOf(sheet, named).get(name) ?? []) {
        const near = [
          { row, column: column + 1 },
          { row: row + 1, column },
          { row, column: column - 1 },
        ];
        const place = near.find((each) => each.column > 0 && grid.number(sheet.name, each) !== undefined);
        if (place === undefined) continue;
        const site = { sheet: sheet.name, ...place };
        return [{ name, site, value: grid.number(sheet.name, place) ?? Number.NaN }];
      }
    return [];
  });
}
