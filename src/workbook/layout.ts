import type { ColumnGroup, Role } from '../model/column.ts';
import { columnsOf } from '../model/quantities.ts';
import type { Named } from '../spec/layer.ts';
import { ROWS_ABOVE_TABLE } from '../spec/limits.ts';
import { initialValues, type Topology } from '../spec/topology.ts';
import { absolute, columnRange, onSheet, relative } from './address.ts';
import { networkWords } from './network-words.ts';
import { MOST_SHOWN } from './shown.ts';
import { checkSize } from './table-limits.ts';
import { drawnNames, lineNames, tableLines } from './table-lines.ts';

/** Where everything stands: the sole owner of cell addresses. Rows and columns are counted from 1. */

/** The sheet of initial values. */
export const NETWORK_SHEET = 'Network';

/** The sheet that compares the learning rates. */
export const RATES_SHEET = 'Learning rates';

/** The sheet of one learning rate. */
export const rateSheet = (learningRate: number): string => `LR ${learningRate}`;

/** The learning-rate cell of each learning-rate sheet. */
export const LEARNING_RATE_CELL = { row: 1, column: 1 } as const;

/** A range's place in a sheet of initial values. */
export interface Block {
  readonly title: string;
  readonly role: Role;
  /** Row of the heading; the values follow below it. */
  readonly row: number;
  readonly names: readonly string[];
}

/** Where the initial values stand on the sheet Network. */
export interface NetworkLayout {
  readonly blocks: readonly Block[];
  readonly nameColumn: number;
  readonly valueColumn: number;
  /** The cell of an initial value, with its sheet: `'Network'!$C$6`. */
  reference(name: string): string;
  row(name: string): number;
}

const FIRST_BLOCK_ROW = 5;

/** Stacks the initial values in blocks: inputs, targets, the weights of each layer. */
export function networkLayout(topology: Topology): NetworkLayout {
  const namesOf = (items: readonly Named[]): readonly string[] => items.map((item) => item.name);
  const several = topology.samples.length > 1;
  const lists: readonly Omit<Block, 'row'>[] = [
    ...topology.samples.flatMap(({ inputs, targets }, s): readonly Omit<Block, 'row'>[] => [
      { title: networkWords.blocks.inputs(several ? s + 1 : undefined), role: 'input', names: namesOf(inputs) },
      { title: networkWords.blocks.targets(several ? s + 1 : undefined), role: 'target', names: namesOf(targets) },
    ]),
    ...topology.layers.flatMap((layer, l): readonly Omit<Block, 'row'>[] => [
      {
        title: networkWords.blocks.weights(l + 1),
        role: 'weight',
        names: layer.units.flatMap((unit) => namesOf(unit.weights)),
      },
      ...(layer.biases.length === 0
        ? []
        : [{ title: networkWords.blocks.biases(l + 1), role: 'weight', names: namesOf(layer.biases) } as const]),
    ]),
    ...(topology.settings.length === 0
      ? []
      : [{ title: networkWords.blocks.settings, role: 'setting', names: namesOf(topology.settings) } as const]),
  ];
  const rows = new Map<string, number>();
  let row = FIRST_BLOCK_ROW;
  const blocks = lists.map((list): Block => {
    const block = { ...list, row };
    for (const name of list.names) rows.set(name, ++row);
    row++;
    return block;
  });
  const valueColumn = 3;
  const rowOf = (name: string): number => found(rows.get(name), name);
  return {
    blocks,
    nameColumn: 2,
    valueColumn,
    row: rowOf,
    reference: (name) => onSheet(NETWORK_SHEET, absolute(rowOf(name), valueColumn)),
  };
}

/** Greek letters in names, spelled as every spreadsheet takes them. */
const greek: Readonly<Record<string, string>> = { μ: 'mu', α: 'alpha', β: 'beta', ε: 'epsilon', λ: 'lambda' };

/**
 * The defined name of an initial value: `init_w_1` for w1, `init_i_1_sample_2` for i1@2, `init_beta_1` for β1. A name such as w1 would be
 * a cell.
 */
export function initialName(name: string): string {
  const [, letters = name, number, sample] = /^(\D+)(\d*)(?:@(\d+))?$/.exec(name) ?? [];
  return ['init', greek[letters] ?? letters, number, sample && `sample_${sample}`].filter(Boolean).join('_');
}

/** The defined name of the k-th learning rate, counted from 1. */
export const learningRateName = (k: number): string => `learning_rate_${k}`;

/** Where the quantities of every iteration stand on a learning-rate sheet; the same on each of them. */
export interface TableLayout {
  readonly groups: readonly ColumnGroup[];
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
  /** All cells of a quantity, with the sheet of a learning rate. */
  range(name: string, learningRate: number): string;
  /** The column that holds a quantity as charts draw it: with #N/A, which leaves a gap, where there is an error. */
  drawnColumn(name: string): number;
  drawnRange(name: string, learningRate: number): string;
  iterationRange(learningRate: number): string;
  /** The header cell that names a quantity, with its sheet. */
  header(name: string, learningRate: number): string;
}

/** Lays out the table. InputError when the network has more quantities than a sheet has columns, or than a file holds. */
export function tableLayout(topology: Topology, groups: readonly ColumnGroup[], iterations: number): TableLayout {
  const columns = columnsOf(groups);
  const lines = tableLines(topology);
  const all = drawnNames(lines);
  const drawn = iterations > MOST_SHOWN ? all.filter((name) => name === topology.curve) : all;
  const lastColumn = columns.length + 1;
  const needed = lastColumn + 1 + drawn.length;
  checkSize(needed, iterations, initialValues(topology).length);
  const positions = new Map(columns.map((column, k) => [column.name, k + 2]));
  const learned = new Set(columns.filter(({ rule }) => rule.kind === 'learned').map(({ name }) => name));
  const column = (name: string): number => found(positions.get(name), name);
  const drawnPositions = new Map(drawn.map((name, k) => [name, lastColumn + 2 + k]));
  const drawnColumn = (name: string): number => found(drawnPositions.get(name), name);
  const firstRow = ROWS_ABOVE_TABLE + 1;
  const row = (iteration: number): number => ROWS_ABOVE_TABLE + iteration;
  const lastRow = row(iterations);
  const nameRow = ROWS_ABOVE_TABLE - 1;
  const range = (learningRate: number, at: number): string =>
    columnRange(rateSheet(learningRate), at, firstRow, lastRow);
  return {
    groups,
    iterations,
    iterationColumn: 1,
    groupRow: ROWS_ABOVE_TABLE - 2,
    nameRow,
    formulaRow: ROWS_ABOVE_TABLE,
    firstRow,
    lastRow,
    lastColumn,
    drawn,
    lines: lineNames(lines),
    row,
    has: (name) => positions.has(name),
    isLearned: (name) => learned.has(name),
    column,
    drawnColumn,
    drawnRange: (name, learningRate) => range(learningRate, drawnColumn(name)),
    cell: (name, iteration) => relative(row(iteration), column(name)),
    range: (name, learningRate) => range(learningRate, column(name)),
    iterationRange: (learningRate) => range(learningRate, 1),
    header: (name, learningRate) => onSheet(rateSheet(learningRate), absolute(nameRow, column(name))),
  };
}

/** Where the comparison stands on the sheet Learning rates: iterations in column A, one column per learning rate. */
export const ratesLayout = {
  headerRow: 5,
  firstRow: 6,
  iterationColumn: 1,
  column: (rate: number): number => rate + 2,
  row: (iteration: number): number => iteration + 5,
} as const;

function found<T>(value: T | undefined, name: string): T {
  if (value === undefined) throw new RangeError(`No cell holds ${name}.`);
  return value;
}
