import { bendsOf } from '../../model/bends.ts';
import type { Column } from '../../model/column.ts';
import { columnsOf } from '../../model/quantities.ts';
import { penaltiesOf } from '../../network/optimizer.ts';
import type { Named } from '../../quantities/layer.ts';
import { isSampleNumber, TOTAL_ERROR, type Topology, trainedOf } from '../../quantities/topology.ts';
import { absolute } from '../../sheet/address.ts';
import type { RunParts } from '../book.ts';
import { inOneOrder } from '../in-order.ts';
import type { TableLayout } from '../layout.ts';
import { words } from '../words.ts';

/** The sheet that compares gradients with finite differences. */
export const GRADIENT_CHECK_SHEET = 'Gradient check';

/** By how much a weight is nudged: small enough for a slope, large enough to stand out from rounding. */
export const NUDGE = 0.00001;

/** What may be typed for it. */
export const NUDGE_BOUNDS = { from: 0.0000001, to: 0.1 } as const;

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
  /** ε as it was typed, which may be anything, and as it is used. */
  readonly typedNudgeCell: string;
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
  /** The column of what the gradients are the slopes of: E_total, or where numbers are pulled towards 0, the sum with what pulls them. */
  readonly slopesOf: number;
  /** The columns that tell on which sides of their bends the functions are; none where no function has one. */
  readonly sideColumns: readonly number[];
  /** The row in which the k-th weight, counted from 1, is nudged up (+1) or down (−1). */
  nudgedRow(weight: number, sign: 1 | -1): number;
}

/** Functions whose sides one number tells, by powers of 2, which a double holds exactly. */
export const MOST_SIDES = 50;

/** How many numbers tell on which sides of their bends all functions are. */
export const sideCount = (topology: Topology): number => Math.ceil(bendsOf(topology).length / MOST_SIDES);

/** What a forward pass is made of: nothing that comes of the error, and nothing that other iterations have to do with. */
export const isForward = ({ role, rule, name }: Column): boolean =>
  !['factor', 'gradient', 'state'].includes(role) && rule.kind !== 'running-mean' && !isSampleNumber(name);

/** A check takes two forward passes; of more gradients than these, as many are checked, spread over all of them. */
const MOST_CHECKED = 60;

/** What is nudged: everything that is trained, or a part of it where that is much. */
export function checkedOf(topology: Topology): readonly Named[] {
  const trained = trainedOf(topology);
  if (trained.length <= MOST_CHECKED) return trained;
  const step = (trained.length - 1) / (MOST_CHECKED - 1);
  return Array.from({ length: MOST_CHECKED }, (_, k) => trained[Math.round(k * step)]).filter(
    (each) => each !== undefined,
  );
}

/** A run whose gradients are checked. */
type Checked = Pick<RunParts, 'topology' | 'table'>;

/** Lays out one verdict per weight, and below the working from which they follow. @param sharing the runs that the sheet can show */
export function gradientCheckLayout(
  topology: Topology,
  table: TableLayout,
  sharing: readonly Checked[] = [{ topology, table }],
): GradientCheckLayout {
  const count = checkedOf(topology).length;
  const headRow = 5;
  const lastRow = headRow + count;
  // The notes stand beside the verdicts; where there are few of these, the working begins below the notes.
  const penalised = sharing.some((run) => penaltiesOf(run.topology.optimizer).length > 0);
  const titleRow = Math.max(lastRow, headRow + words.gradientCheck.notes(penalised).length - 1) + 2;
  const baseRow = titleRow + 3;
  const columns = columnsOf(table.groups).filter(isForward);
  const all = inOneOrder(
    sharing.map((run) => columnsOf(run.table.groups).filter(isForward)),
    ({ name }) => name,
  );
  const positions = new Map(all.map(({ name }, k) => [name, workingColumns.first + k]));
  const afterPass = workingColumns.first + all.length;
  const column = (name: string): number => {
    const position = positions.get(name);
    if (position === undefined) throw new RangeError(`The forward pass has no ${name}.`);
    return position;
  };
  return {
    typedNudgeCell: absolute(3, verdictColumns.gradient),
    nudgeCell: absolute(3, verdictColumns.above),
    verdictCell: { row: 3, column: verdictColumns.below },
    headRow,
    firstRow: headRow + 1,
    lastRow,
    titleRow,
    nameRow: titleRow + 1,
    numberRow: titleRow + 2,
    baseRow,
    columns,
    column,
    slopesOf: penaltiesOf(topology.optimizer).length > 0 ? afterPass : column(TOTAL_ERROR),
    sideColumns: Array.from({ length: sideCount(topology) }, (_, k) => afterPass + (penalised ? 1 : 0) + k),
    nudgedRow: (weight, sign) => baseRow + 2 * weight - (sign === 1 ? 1 : 0),
  };
}
