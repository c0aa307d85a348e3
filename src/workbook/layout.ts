import type { ColumnGroup } from '../model/column.ts';
import { columnsOf } from '../model/quantities.ts';
import { ROWS_ABOVE_TABLE } from '../network/limits.ts';
import { initialValues, type Topology } from '../quantities/topology.ts';
import { absolute, columnRange, onSheet, relative } from '../sheet/address.ts';
import { checkSize, checkWhole } from './iterations/limits.ts';
import { drawnNames, lineNames, type TableLines, tableLines } from './iterations/lines.ts';
import { MOST_SHOWN } from './numbers/shown.ts';

/** Where everything stands: the sole owner of cell addresses. Rows and columns are counted from 1. */

/** The sheet of one learning rate. */
export const rateSheet = (learningRate: number): string => `LR ${learningRate}`;

/** The learning-rate cell of each learning-rate sheet. */
export const LEARNING_RATE_CELL = { row: 1, column: 1 } as const;

/** The defined name of the k-th learning rate, counted from 1. */
export const learningRateName = (k: number): string => `learning_rate_${k}`;

/** Where the quantities of every iteration stand on the sheet of a run. */
export interface TableLayout {
  readonly groups: readonly ColumnGroup[];
  /** The symbol of the sheet's learning rate in formulas. */
  readonly givenRate: string;
  readonly iterations: number;
  readonly iterationColumn: number;
  /** Rows of the three header lines. */
  readonly groupRow: number;
  readonly nameRow: number;
  readonly formulaRow: number;
  readonly firstRow: number;
  readonly lastRow: number;
  /** The last column of the quantities; after a gap the numbers follow that charts draw. */
  readonly lastColumn: number;
  /** The quantities that charts draw from here; the error alone where they draw some of the iterations from Learning rates. */
  readonly drawn: readonly string[];
  /** What the charts draw. */
  readonly charted: TableLines;
  /** The quantities of all lines of the charts, given ones too. */
  readonly lines: readonly string[];
  row(iteration: number): number;
  /** Whether the table has a quantity. */
  has(name: string): boolean;
  /** Whether training changes the quantity, so that its first number is given. */
  isLearned(name: string): boolean;
  column(name: string): number;
  /** The cell of a quantity in an iteration: `X14`. */
  cell(name: string, iteration: number): string;
  /** The name of its sheet. */
  readonly sheet: string;
  /** All cells of a quantity, with the sheet. */
  range(name: string): string;
  /** The column that holds a quantity as charts draw it: with #N/A, which leaves a gap, where there is an error. */
  drawnColumn(name: string): number;
  drawnRange(name: string): string;
  readonly iterationRange: string;
  /** The header cell that names a quantity, with its sheet. */
  header(name: string): string;
}

/**
 * Lays out the table.
 *
 * @param sheets how many there will be with such a table
 * @throws InputError when a sheet has too few columns for it, or a file is too small for the sheet or for all sheets together
 */
export function tableLayout(
  topology: Topology,
  groups: readonly ColumnGroup[],
  iterations: number,
  sheets = 1,
): TableLayout {
  const columns = columnsOf(groups);
  const charted = tableLines(topology);
  const all = drawnNames(charted);
  const drawn = iterations > MOST_SHOWN ? all.filter((name) => name === topology.curve) : all;
  const lastColumn = columns.length + 1;
  const needed = lastColumn + 1 + drawn.length;
  checkSize(needed, iterations, initialValues(topology).length, topology.passes.length + topology.testPasses.length);
  checkWhole(needed - 1, iterations, sheets);
  const positions = new Map(columns.map((column, k) => [column.name, k + 2]));
  const learned = new Set(columns.filter(({ rule }) => rule.kind === 'learned').map(({ name }) => name));
  const column = (name: string): number => found(positions.get(name), name);
  const drawnPositions = new Map(drawn.map((name, k) => [name, lastColumn + 2 + k]));
  const drawnColumn = (name: string): number => found(drawnPositions.get(name), name);
  const firstRow = ROWS_ABOVE_TABLE + 1;
  const row = (iteration: number): number => ROWS_ABOVE_TABLE + iteration;
  const lastRow = row(iterations);
  const nameRow = ROWS_ABOVE_TABLE - 1;
  return {
    ...sheetReferences('', { firstRow, lastRow, nameRow, column, drawnColumn }),
    groups,
    givenRate: topology.givenRate,
    iterations,
    iterationColumn: 1,
    groupRow: ROWS_ABOVE_TABLE - 2,
    nameRow,
    formulaRow: ROWS_ABOVE_TABLE,
    firstRow,
    lastRow,
    lastColumn,
    drawn,
    charted,
    lines: lineNames(charted),
    row,
    has: (name) => positions.has(name),
    isLearned: (name) => learned.has(name),
    column,
    drawnColumn,
    cell: (name, iteration) => relative(row(iteration), column(name)),
  };
}

/** What of a table stands with the name of its sheet. */
type SheetReferences = Pick<TableLayout, 'sheet' | 'range' | 'drawnRange' | 'iterationRange' | 'header'>;

function sheetReferences(sheet: string, { firstRow, lastRow, nameRow, column, drawnColumn }: Placed): SheetReferences {
  const range = (at: number): string => columnRange(sheet, at, firstRow, lastRow);
  return {
    sheet,
    range: (name) => range(column(name)),
    drawnRange: (name) => range(drawnColumn(name)),
    iterationRange: range(1),
    header: (name) => onSheet(sheet, absolute(nameRow, column(name))),
  };
}

type Placed = Pick<TableLayout, 'firstRow' | 'lastRow' | 'nameRow' | 'column' | 'drawnColumn'>;

/** The same table on another sheet. */
export const tableOn = (sheet: string, table: TableLayout): TableLayout => ({
  ...table,
  ...sheetReferences(sheet, table),
});

/** Where the comparison stands on the sheet Learning rates: iterations in column A, one column per learning rate. */
export const ratesLayout = {
  headerRow: 5,
  iterationColumn: 1,
  column: (rate: number): number => rate + 2,
} as const;

function found<T>(value: T | undefined, name: string): T {
  if (value === undefined) throw new RangeError(`No cell holds ${name}.`);
  return value;
}
