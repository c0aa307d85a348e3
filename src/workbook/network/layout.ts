import type { Role } from '../../model/column.ts';
import type { Named } from '../../quantities/layer.ts';
import type { GivenName } from '../../quantities/name.ts';
import type { Topology } from '../../quantities/topology.ts';
import { absolute, onSheet } from '../../sheet/address.ts';
import { inOneOrder } from '../in-order.ts';
import { networkWords } from './words.ts';

/** The sheet of initial values. */
export const NETWORK_SHEET = 'Network';

/** Initial values under a heading, one below the other; those of several samples as a table, a row for each sample. */
export interface Block {
  readonly title: string;
  readonly role: Role;
  /** Row of the heading; the values follow below it, or below the names of the table's columns. */
  readonly row: number;
  /** Row by row. */
  readonly items: readonly Named[];
  /** How many of them stand side by side. */
  readonly columns: number;
  /** Where every run has numbers of its own: the names of the runs, and of each name the number of every run that has one. */
  readonly byRun?: { readonly heads: readonly string[]; readonly rows: readonly (readonly (Named | undefined)[])[] };
}

/** Where the initial values stand on the sheet Network. */
export interface NetworkLayout {
  readonly blocks: readonly Block[];
  readonly nameColumn: number;
  readonly valueColumn: number;
  /** The last column of values: the first, but for the table of samples. */
  readonly lastColumn: number;
  readonly lastRow: number;
  /** All cells of initial values, without the sheet. */
  readonly ranges: readonly string[];
  /** The cell of an initial value, with its sheet: `'Network'!$C$6`. */
  reference(name: string): string;
  row(name: string): number;
  column(name: string): number;
}

const FIRST_BLOCK_ROW = 5;
const VALUE_COLUMN = 3;

/** Where the initial values of each run stand: in blocks, one below the other. What is not the same in all runs has a column for each. */
export function networkLayouts(topologies: readonly Topology[], names: readonly string[]): readonly NetworkLayout[] {
  let row = FIRST_BLOCK_ROW;
  const blocks = inOneOrder(topologies.map(listsOf), ({ title }) => title).map(({ title }): Block => {
    const lists = topologies.map((topology) => listsOf(topology).find((list) => list.title === title));
    const block = { ...blockOf(lists, names), row };
    row = firstValueRow(block) + rowsOf(block);
    return block;
  });
  return topologies.map((_, run) => ownLayout(blocks, run, row - 1));
}

/** The initial values of a network in lists: inputs and targets, the weights of each layer, settings. */
const listsOf = (topology: Topology): readonly Omit<Block, 'row'>[] => [
  ...givenBlocks(topology),
  ...topology.layers.flatMap((layer, l): readonly Omit<Block, 'row'>[] => [
    {
      title: networkWords.blocks.weights(l + 1),
      role: 'weight',
      items: layer.units.flatMap((unit) => unit.weights),
      columns: 1,
    },
    ...(layer.biases.length === 0
      ? []
      : [{ title: networkWords.blocks.biases(l + 1), role: 'weight', items: layer.biases, columns: 1 } as const]),
  ]),
  ...(topology.settings.length === 0
    ? []
    : [{ title: networkWords.blocks.settings, role: 'setting', items: topology.settings, columns: 1 } as const]),
];

/** A list of every run as one block. @param lists undefined where a run has nothing of the kind */
function blockOf(lists: readonly (Omit<Block, 'row'> | undefined)[], names: readonly string[]): Omit<Block, 'row'> {
  const [first] = lists.flatMap((list) => list ?? []);
  if (first === undefined) throw new RangeError('A block needs values.');
  const text = (list: Omit<Block, 'row'> | undefined): string =>
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
function ownLayout(blocks: readonly Block[], run: number, lastRow: number): NetworkLayout {
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
export const rowsOf = ({ items, columns, byRun }: Omit<Block, 'row'>): number =>
  byRun?.rows.length ?? items.length / columns;

/** Inputs and targets: of one sample in two lists, of several in one table. */
function givenBlocks({ samples }: Topology): readonly Omit<Block, 'row'>[] {
  const [only] = samples;
  const { inputs, targets, samples: title } = networkWords.blocks;
  if (only !== undefined && samples.length === 1)
    return [
      { title: inputs, role: 'input', items: only.inputs, columns: 1 },
      { title: targets, role: 'target', items: only.targets, columns: 1 },
    ];
  const items = samples.flatMap((sample) => [...sample.inputs, ...sample.targets]);
  return [{ title, role: 'input', items, columns: items.length / samples.length }];
}

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
