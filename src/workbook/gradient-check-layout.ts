import type { Column } from '../model/column.ts';
import { columnsOf } from '../model/quantities.ts';
import { type Topology, weightsOf } from '../spec/topology.ts';
import { absolute } from './address.ts';
import type { TableLayout } from './layout.ts';
import { words } from './words.ts';

/** The sheet that compares gradients with finite differences. */
export const GRADIENT_CHECK_SHEET = 'Gradient check';

/** By how much a weight is nudged: small enough for a slope, large enough to stand out from rounding. */
export const NUDGE = 0.0001;

/** Columns of the verdicts, counted from 1. */
export const verdictColumns = {
  weight: 2,
  gradient: 3,
  above: 4,
  below: 5,
  slope: 6,
  difference: 7,
  agrees: 8,
} as const;

/** Columns of the working that say which weight is nudged, counted from 1; the quantities follow. */
export const workingColumns = { nudge: 2, weight: 3, sign: 4, first: 5 } as const;

/** Where everything stands on the sheet Gradient check; rows counted from 1. */
export interface GradientCheckLayout {
  readonly nudgeCell: string;
  readonly verdictCell: { readonly row: number; readonly column: number };
  readonly headRow: number;
  readonly firstRow: number;
  readonly lastRow: number;
  /** The working: names, numbers of the weights, values of the chosen iteration, then two rows per weight. */
  readonly titleRow: number;
  readonly nameRow: number;
  readonly numberRow: number;
  readonly baseRow: number;
  /** The quantities of the forward pass, one column each. */
  readonly columns: readonly Column[];
  /** The column of a quantity of the forward pass. */
  column(name: string): number;
  /** The row in which the k-th weight, counted from 1, is nudged up (+1) or down (−1). */
  nudgedRow(weight: number, sign: 1 | -1): number;
}

/** Lays out one verdict per weight, and below the working from which they follow. */
export function gradientCheckLayout(topology: Topology, table: TableLayout): GradientCheckLayout {
  const count = weightsOf(topology).length;
  const headRow = 5;
  const lastRow = headRow + count;
  // The notes stand beside the verdicts; where there are few of these, the working begins below the notes.
  const titleRow = Math.max(lastRow, headRow + words.gradientCheck.notes.length - 1) + 2;
  const baseRow = titleRow + 3;
  const columns = columnsOf(table.groups).filter((column) => column.role !== 'factor' && column.role !== 'gradient');
  const positions = new Map(columns.map((column, k) => [column.name, workingColumns.first + k]));
  return {
    nudgeCell: absolute(3, verdictColumns.gradient),
    verdictCell: { row: 3, column: verdictColumns.below },
    headRow,
    firstRow: headRow + 1,
    lastRow,
    titleRow,
    nameRow: titleRow + 1,
    numberRow: titleRow + 2,
    baseRow,
    columns,
    column: (name) => {
      const position = positions.get(name);
      if (position === undefined) throw new RangeError(`The forward pass has no ${name}.`);
      return position;
    },
    nudgedRow: (weight, sign) => baseRow + 2 * weight - (sign === 1 ? 1 : 0),
  };
}
