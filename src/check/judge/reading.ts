import type { Budget } from '../budget.ts';
import type { Site } from '../find/track.ts';
import type { Grid } from '../formula/grid.ts';
import type { Rate } from '../table/learning-rate.ts';
import type { Table } from '../table/table.ts';

/** What is known of a learner's table for reading its formulas. */
export interface Reading {
  readonly grid: Grid;
  readonly table: Table;
  readonly rate: Rate | undefined;
  /** Cells outside the table that hold a given number, by `siteKey`. */
  readonly labelled: ReadonlyMap<string, string>;
  /** The numbers of what is given. */
  readonly given: ReadonlyMap<string, number>;
  /** What options are called where the report is read, by their fields. */
  readonly called: (field: string) => string;
  /** Whether a cell is the first one of a column of another table. */
  readonly isElsewhere: (site: Site) => boolean;
  /** How much may still be searched. */
  readonly budget: Budget;
  /** How many parts of formulas may still be calculated to judge numbers. */
  readonly steps: Budget;
}
