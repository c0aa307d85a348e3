import type { Role } from '../../model/column.ts';
import type { Named } from '../../quantities/layer.ts';
import type { GivenName } from '../../quantities/name.ts';
import type { Topology } from '../../quantities/topology.ts';
import { absolute, onSheet } from '../../sheet/address.ts';
import { networkWords } from './words.ts';

/** The sheet of initial values. */
export const NETWORK_SHEET = 'Network';

/** A range's place in a sheet of initial values. */
export interface Block {
  readonly title: string;
  readonly role: Role;
  /** Row of the heading; the values follow below it. */
  readonly row: number;
  readonly items: readonly Named[];
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
  const several = topology.samples.length > 1;
  const lists: readonly Omit<Block, 'row'>[] = [
    ...topology.samples.flatMap(({ inputs, targets }, s): readonly Omit<Block, 'row'>[] => [
      { title: networkWords.blocks.inputs(several ? s + 1 : undefined), role: 'input', items: inputs },
      { title: networkWords.blocks.targets(several ? s + 1 : undefined), role: 'target', items: targets },
    ]),
    ...topology.layers.flatMap((layer, l): readonly Omit<Block, 'row'>[] => [
      {
        title: networkWords.blocks.weights(l + 1),
        role: 'weight',
        items: layer.units.flatMap((unit) => unit.weights),
      },
      ...(layer.biases.length === 0
        ? []
        : [{ title: networkWords.blocks.biases(l + 1), role: 'weight', items: layer.biases } as const]),
    ]),
    ...(topology.settings.length === 0
      ? []
      : [{ title: networkWords.blocks.settings, role: 'setting', items: topology.settings } as const]),
  ];
  const rows = new Map<string, number>();
  let row = FIRST_BLOCK_ROW;
  const blocks = lists.map((list): Block => {
    const block = { ...list, row };
    for (const { name } of list.items) rows.set(name, ++row);
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
const greek: Readonly<Record<string, string>> = {
  μ: 'mu',
  α: 'alpha',
  β1: 'beta_1',
  β2: 'beta_2',
  ε: 'epsilon',
  λ: 'lambda',
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
