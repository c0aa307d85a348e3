import type { Cell } from '../file/sheet.ts';
import type { Track } from '../find/track.ts';
import type { Grid } from '../formula/grid.ts';
import { type Digits, finestOf } from './tolerance.ts';

/** How the cells of a column are written that hold numbers without formulas. */
export interface ColumnWriting {
  /** Undefined where there are none. */
  readonly finest: Digits | undefined;
  /** Whether one number is typed in all cells. */
  readonly stays: boolean;
}

/** What is read of a column once, for all tables that it is tried in. */
interface Column {
  numbers?: Float64Array;
  readonly writings: Map<number, ColumnWriting>;
}

const known = new WeakMap<Grid, WeakMap<Track, Column>>();

function columnOf(grid: Grid, track: Track): Column {
  const columns = known.get(grid) ?? new WeakMap<Track, Column>();
  known.set(grid, columns);
  const column = columns.get(track) ?? { writings: new Map() };
  columns.set(track, column);
  return column;
}

/** The number of each cell of a column; NaN where there is none. */
export function seriesOf(grid: Grid, track: Track): Float64Array {
  const column = columnOf(grid, track);
  column.numbers ??= Float64Array.from(track.sites, (site) => grid.number(site.sheet, site) ?? Number.NaN);
  return column.numbers;
}

/** How a column is written. @param from the first iteration that counts */
export function writingOf(grid: Grid, track: Track, from: number): ColumnWriting {
  const { writings } = columnOf(grid, track);
  const known = writings.get(from);
  if (known !== undefined) return known;
  const cells = track.sites.slice(from).map((site) => grid.cell(site.sheet, site));
  const writing = { finest: finestOf(cells), stays: staysAs(cells) };
  writings.set(from, writing);
  return writing;
}

const staysAs = (cells: readonly (Cell | undefined)[]): boolean =>
  cells.length > 1 &&
  cells.every((cell) => cell !== undefined && cell.formula === undefined && cell.value === cells[0]?.value);
