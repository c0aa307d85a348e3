import type { Role } from '../../model/column.ts';
import type { Named } from '../../quantities/layer.ts';
import type { GivenName } from '../../quantities/name.ts';
import type { Topology } from '../../quantities/topology.ts';
import { absolute, onSheet } from '../../sheet/address.ts';
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
  /** Of a table of samples, whether these only test. */
  readonly tests?: boolean;
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

/** Stacks the initial values in blocks: inputs and targets, the weights of each layer. */
export function networkLayout(topology: Topology): NetworkLayout {
  const lists: readonly Omit<Block, 'row'>[] = [
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
  const places = new Map<string, { readonly row: number; readonly column: number }>();
  let row = FIRST_BLOCK_ROW;
  let scaleRow: number | undefined;
  const isScaled = topology.inputColumns.some(({ mean }) => mean !== undefined);
  const blocks = lists.map((list): Block => {
    if (scaleRow === undefined && isScaled && list.role === 'weight') {
      scaleRow = row;
      row += SCALE_ROWS;
    }
    const block = { ...list, row };
    const first = firstValueRow(block);
    for (const [k, { name }] of list.items.entries())
      places.set(name, { row: first + Math.floor(k / list.columns), column: VALUE_COLUMN + (k % list.columns) });
    row = first + list.items.length / list.columns;
    return block;
  });
  const at = (name: string) => found(places.get(name), name);
  return {
    blocks,
    nameColumn: 2,
    valueColumn: VALUE_COLUMN,
    lastColumn: VALUE_COLUMN - 1 + Math.max(...blocks.map(({ columns }) => columns)),
    lastRow: row - 1,
    scaleRow,
    ranges: blocks.map((block) => {
      const first = firstValueRow(block);
      const last = first + block.items.length / block.columns - 1;
      return `${absolute(first, VALUE_COLUMN)}:${absolute(last, VALUE_COLUMN + block.columns - 1)}`;
    }),
    row: (name) => at(name).row,
    column: (name) => at(name).column,
    reference: (name) => onSheet(NETWORK_SHEET, absolute(at(name).row, at(name).column)),
  };
}

/** The row of a block's first values. */
export const firstValueRow = ({ row, columns }: Pick<Block, 'row' | 'columns'>): number => row + (columns > 1 ? 2 : 1);

/** Inputs and targets: of one sample in two lists, of several in one table; and of those that test in another one. */
function givenBlocks({ samples, tests }: Topology): readonly Omit<Block, 'row'>[] {
  const [only] = samples;
  const { inputs, targets, samples: title, tests: testTitle } = networkWords.blocks;
  const table = (title: string, of: Topology['samples'], own: boolean): Omit<Block, 'row'> => {
    const items = of.flatMap((sample) => [...sample.inputs, ...sample.targets]);
    return { title, role: 'input', items, columns: items.length / of.length, tests: own };
  };
  const tested = tests.length === 0 ? [] : [table(testTitle, tests, true)];
  if (only === undefined || samples.length > 1) return [table(title, samples, false), ...tested];
  return [
    { title: inputs, role: 'input', items: only.inputs, columns: 1 },
    { title: targets, role: 'target', items: only.targets, columns: 1 },
    ...tested,
  ];
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
 * a cell.
 */
export function initialName({ letter, number, sample }: GivenName): string {
  const parts = ['init', greek[letter] ?? letter, number, sample === undefined ? undefined : `sample_${sample}`];
  return parts.filter((part) => part !== undefined).join('_');
}

function found<T>(value: T | undefined, name: string): T {
  if (value === undefined) throw new RangeError(`No cell holds ${name}.`);
  return value;
}
