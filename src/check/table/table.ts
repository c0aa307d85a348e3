import { difference, type Expression, product, symbol } from '../../expression/tree.ts';
import { type Column, oldName } from '../../model/column.ts';
import { columnGroups, columnsOf } from '../../model/quantities.ts';
import type { Network } from '../../spec/network.ts';
import { gradientBy, quantityName } from '../../spec/quantity.ts';
import { ITERATION, LEARNING_RATE, type Topology, topologyOf, trainedOf } from '../../spec/topology.ts';
import { mapSymbols } from '../judge/rewrite.ts';
import type { FoundTable } from './find.ts';

/** How the cells of a column are to come about. */
export type Expected =
  /** The same number in every row, or again after so many rows. */
  | { readonly kind: 'given'; readonly every: number }
  /** A formula over names of the row; `old x` is x of the row above. Of a learned quantity it holds from the second row on. */
  | { readonly kind: 'formula'; readonly formula: Expression; readonly learned: boolean }
  | { readonly kind: 'running-mean'; readonly of: string; readonly iterations: number };

/** A table with the network that it trains. */
export interface Table extends FoundTable {
  readonly topology: Topology;
  readonly network: Network;
  /** What every quantity of the network is expected to be, whether the table has a column of it or not. */
  readonly expected: ReadonlyMap<string, Expected>;
  readonly given: ReadonlySet<string>;
  /** Names of columns that a table of this network usually has and this one lacks. */
  readonly missing: readonly string[];
}

/** Joins a table with its network. */
export function tableOf(found: FoundTable, network: Network): Table {
  const topology = topologyOf(network);
  const model = columnsOf(columnGroups(topology));
  const settings = new Set([...topology.settings.map(({ name }) => name), LEARNING_RATE, ITERATION]);
  const columns = withOwnErrors(found.columns, topology);
  const entries = model.map(({ name, rule }): [string, Expected] => [name, expectedOf(rule, settings)]);
  const steps = trainedOf(topology).filter(({ name }) => columns.has(`new ${name}`));
  const news = steps.flatMap(({ name }): [string, Expected][] => [
    [`new ${name}`, { kind: 'formula', formula: step(name), learned: false }],
    [name, { kind: 'formula', formula: symbol(oldName(`new ${name}`)), learned: true }],
  ]);
  const expected = new Map([...entries, ...news]);
  return {
    ...found,
    columns: new Map([...columns].filter(([name]) => expected.has(name))),
    topology,
    network,
    expected,
    given: new Set(model.filter(({ rule }) => rule.kind === 'given').map(({ name }) => name)),
    missing: usual(model).filter((name) => !columns.has(name)),
  };
}

const step = (name: string): Expression =>
  difference(symbol(name), product(symbol(LEARNING_RATE), symbol(quantityName(gradientBy(name)))));

/** Names of the row above; the learning rate and settings have one number for all rows. */
function expectedOf(rule: Column['rule'], settings: ReadonlySet<string>): Expected {
  switch (rule.kind) {
    case 'given':
      return { kind: 'given', every: 1 };
    case 'in-turn':
      return { kind: 'given', every: rule.samples };
    case 'computed':
    case 'accumulated':
      return { kind: 'formula', formula: rule.formula, learned: false };
    case 'learned':
      return {
        kind: 'formula',
        formula: mapSymbols(rule.update, (name) => (settings.has(name) ? symbol(name) : symbol(oldName(name)))),
        learned: true,
      };
    case 'running-mean':
      return rule;
  }
}

const usualRoles: ReadonlySet<string> = new Set(['target', 'input', 'weight', 'forward', 'error', 'total', 'gradient']);

const usual = (model: readonly Column[]): readonly string[] =>
  model.filter(({ role }) => usualRoles.has(role)).map(({ name }) => name);

/** ∂E1/∂x is ∂E/∂x where x reaches the first output only. */
function withOwnErrors(
  columns: ReadonlyMap<string, number>,
  { errors, layers, passes }: Topology,
): ReadonlyMap<string, number> {
  if (passes.length > 1) return columns;
  const outputs = layers.at(-1)?.units ?? [];
  const renamed = [...columns].map(([name, column]): [string, number] => {
    const [, error, by = ''] = /^∂(E\d+)\/∂(.+)$/.exec(name) ?? [];
    const unit = outputs[errors.findIndex((each) => each.name === error)];
    const own =
      unit !== undefined && [unit.netInput, unit.activation, ...unit.weights.map((weight) => weight.name)].includes(by);
    return [own && !columns.has(`∂E/∂${by}`) ? `∂E/∂${by}` : name, column];
  });
  return new Map(renamed);
}
