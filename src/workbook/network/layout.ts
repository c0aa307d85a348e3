import type { GivenName } from '../../quantities/name.ts';
import type { Topology } from '../../quantities/topology.ts';
import { absolute, onSheet } from '../../sheet/address.ts';
import { inOneOrder } from '../in-order.ts';
import { type InitialList, initialLists } from './initial-lists.ts';

/** The sheet of initial values. */
export const NETWORK_SHEET = 'Network';

/** Initial values under a heading, where they stand. */
export interface Block extends InitialList {
  /** Row of the heading; the values follow below it, or below the names of the table's columns. */
  readonly row: number;
}

/** Where the initial values stand on the sheet Network. */
export interface NetworkLayout {
  readonly blocks: readonly Block[];
  readonly nameColumn: number;
  readonly valueColumn: number;
  /** The last column of values: the first, but for the table of samples. */
  readonly lastColumn: number;
  readonly lastRow: number;
  /** The first of three rows that say by which numbers inputs are standardised, where they are. */
  readonly scaleRow: number | undefined;
  /** All cells of initial values, without the sheet. */
  readonly ranges: readonly string[];
  /** The cell of an initial value, with its sheet: `'Network'!$C$6`. */
  reference(name: string): string;
  row(name: string): number;
  column(name: string): number;
}

const FIRST_BLOCK_ROW = 5;
const VALUE_COLUMN = 3;

/** A heading, the means and the standard deviations of the inputs. */
const SCALE_ROWS = 3;

/** Where the initial values of each run stand: in blocks, one below the other. What is not the same in all runs has a column for each. */
export function networkLayouts(topologies: readonly Topology[], names: readonly string[]): readonly NetworkLayout[] {
  let row = FIRST_BLOCK_ROW;
  let scaleRow: number | undefined;
  const isScaled = topologies.some(({ inputColumns }) => inputColumns.some(({ mean }) => mean !== undefined));
  const blocks = inOneOrder(topologies.map(initialLists), ({ title }) => title).map(({ title }): Block => {
    const lists = topologies.map((topology) => initialLists(topology).find((list) => list.title === title));
    const list = blockOf(lists, names);
    // Below the samples.
    if (scaleRow === undefined && isScaled && list.role === 'weight') {
      scaleRow = row;
      row += SCALE_ROWS;
    }
    const block = { ...list, row };
    row = firstValueRow(block) + rowsOf(block);
    return block;
  });
  return topologies.map((_, run) => ownLayout(blocks, run, row - 1, scaleRow));
}

/** A list of every run as one block. @param lists undefined where a run has nothing of the kind */
function blockOf(lists: readonly (InitialList | undefined)[], names: readonly string[]): InitialList {
  const [first] = lists.flatMap((list) => list ?? []);
  if (first === undefined) throw new RangeError('A block needs values.');
  const text = (list: InitialList | undefined): string =>
    JSON.stringify(list?.items.map(({ name, value }) => [name, value]));
  if (lists.every((list) => list === lists[0] || text(list) === text(lists[0]))) return first;
  const all = lists.map((list) => list?.items ?? []);
  const rows = inOneOrder(all, ({ name }) => name).map(({ name }) =>
    all.map((items) => items.find((item) => item.name === name)),
  );
  return {
    ...first,
    items: rows.flatMap((row) => row.flatMap((item) => item ?? [])),
    columns: names.length,
    byRun: { heads: names, rows },
  };
}

/** The layout as one run sees it. */
function ownLayout(
  blocks: readonly Block[],
  run: number,
  lastRow: number,
  scaleRow: number | undefined,
): NetworkLayout {
  const places = new Map<string, { readonly row: number; readonly column: number }>();
  for (const block of blocks) {
    const first = firstValueRow(block);
    for (const [k, items] of (block.byRun?.rows ?? []).entries())
      if (items[run] !== undefined) places.set(items[run].name, { row: first + k, column: VALUE_COLUMN + run });
    if (block.byRun === undefined)
      for (const [k, { name }] of block.items.entries())
        places.set(name, { row: first + Math.floor(k / block.columns), column: VALUE_COLUMN + (k % block.columns) });
  }
  const at = (name: string) => found(places.get(name), name);
  return {
    blocks,
    nameColumn: 2,
    valueColumn: VALUE_COLUMN,
    lastColumn: VALUE_COLUMN - 1 + Math.max(...blocks.map(({ columns }) => columns)),
    lastRow,
    scaleRow,
    ranges: blocks.map((block) => {
      const first = firstValueRow(block);
      const last = first + rowsOf(block) - 1;
      return `${absolute(first, VALUE_COLUMN)}:${absolute(last, VALUE_COLUMN + block.columns - 1)}`;
    }),
    row: (name) => at(name).row,
    column: (name) => at(name).column,
    reference: (name) => onSheet(NETWORK_SHEET, absolute(at(name).row, at(name).column)),
  };
}

/** The row of a block's first values. */
export const firstValueRow = ({ row, columns }: Pick<Block, 'row' | 'columns'>): number => row + (columns > 1 ? 2 : 1);

/** How many rows of values a block has. */
export const rowsOf = ({ items, columns, byRun }: InitialList): number => byRun?.rows.length ?? items.length / columns;

/** Greek letters in names, spelled as every spreadsheet takes them. */
const greek: Readonly<Record<string, string>> = {
  μ: 'mu',
  α: 'alpha',
  β1: 'beta_1',
  β2: 'beta_2',
  ε: 'epsilon',
  λ: 'lambda',
  λ1: 'lambda_1',
};

/**
 * The defined name of an initial value: `init_w_1` for w1, `init_i_1_sample_2` for i1@2, `init_beta_1` for β1. A name such as w1 would be
 * a cell. Where every run has one of its own, `init_w_1_run_2`.
 */
export function initialName({ letter, number, sample }: GivenName, run?: number): string {
  const parts = [
    'init',
    greek[letter] ?? letter,
    number,
    sample === undefined ? undefined : `sample_${sample}`,
    run === undefined ? undefined : `run_${run}`,
  ];
  return parts.filter((part) => part !== undefined).join('_');
}

function found<T>(value: T | undefined, name: string): T {
  if (value === undefined) throw new RangeError(`No cell holds ${name}.`);
  return value;
}
