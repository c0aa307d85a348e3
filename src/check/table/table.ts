import type { Column } from '../../model/column.ts';
import { taughtColumns } from '../../model/quantities.ts';
import type { Network } from '../../network/network.ts';
import { derivativeOf, gradientBy, quantityName } from '../../quantities/quantity.ts';
import { isSampleNumber, type Topology, topologyOf } from '../../quantities/topology.ts';
import type { FoundTable } from '../find/join.ts';
import { type MeaningAt, meaningsOf, type Track } from '../find/track.ts';
import { type Expected, expectedUpdate } from './expected.ts';
import { furtherQuantities, lossWithoutHalf, updatesBy } from './further.ts';

/** A table with the network that it trains. */
export interface Table extends FoundTable {
  /** The table as it was found, with columns that this network has no use for. */
  readonly found: FoundTable;
  readonly topology: Topology;
  readonly network: Network;
  /** Whether its loss is (t − a)², without the ½. */
  readonly withoutHalf: boolean;
  /** What every quantity of the network is expected to be, whether the table has a column of it or not. */
  readonly expected: ReadonlyMap<string, Expected>;
  readonly given: ReadonlySet<string>;
  /** Names of columns that a table of this network usually has and this one lacks. */
  readonly missing: readonly string[];
  readonly meaningAt: MeaningAt;
}

/**
 * Joins a table with its network. Columns that mean nothing in it are left out.
 *
 * @param withoutHalf whether the loss lacks the ½ of ½(t − a)², and the gradients are those of that loss
 */
export function tableOf(found: FoundTable, network: Network, withoutHalf = false): Table {
  const { topology, model, rules } = quantitiesOf(network);
  const named = withOwnErrors(found.tracks, topology);
  const expected = new Map<string, Expected>([
    ...rules,
    ...updatesBy(topology, named),
    ...(withoutHalf ? lossWithoutHalf(topology) : []),
  ]);
  const tracks = new Map([...named].filter(([name]) => expected.has(name) || name === topology.givenRate));
  return {
    ...found,
    found,
    tracks,
    topology,
    network,
    withoutHalf,
    expected,
    given: new Set([...model.filter(({ rule }) => rule.kind === 'given').map(({ name }) => name), topology.givenRate]),
    missing: usual(model).filter((name) => !tracks.has(name)),
    meaningAt: meaningsOf(tracks),
  };
}

/** What a network expects of every table. */
interface Quantities {
  readonly topology: Topology;
  readonly model: readonly Column[];
  readonly rules: readonly (readonly [string, Expected])[];
}

/** A network is asked for in each reading of its table. */
const known = new WeakMap<Network, Quantities>();

function quantitiesOf(network: Network): Quantities {
  const before = known.get(network);
  if (before !== undefined) return before;
  const topology = topologyOf(network);
  const model = taughtColumns(topology);
  const own = model.map(({ name, rule }) => [name, expectedOf(rule, topology)] as const);
  const quantities = { topology, model, rules: [...own, ...furtherQuantities(topology)] };
  known.set(network, quantities);
  return quantities;
}

function expectedOf(rule: Column['rule'], topology: Topology): Expected {
  switch (rule.kind) {
    case 'given':
      return { kind: 'given', every: 1 };
    case 'in-turn':
      return { kind: 'given', every: rule.every };
    case 'computed':
    case 'accumulated':
      return { kind: 'formula', formula: rule.formula, learned: false };
    case 'learned':
      return {
        kind: 'formula',
        formula: expectedUpdate(rule.update, topology),
        learned: true,
      };
    case 'running-mean':
      return rule;
  }
}

const usualRoles: ReadonlySet<string> = new Set(['target', 'input', 'weight', 'forward', 'error', 'total', 'gradient']);

/** Which sample it is and the running mean are for those who look on. */
const usual = (model: readonly Column[]): readonly string[] =>
  model
    .filter(({ role, name, rule }) => usualRoles.has(role) && !isSampleNumber(name) && rule.kind !== 'running-mean')
    .map(({ name }) => name);

/** ∂E1/∂x is ∂E/∂x where x reaches the first output only. */
function withOwnErrors(
  tracks: ReadonlyMap<string, Track>,
  { errors, layers, passes }: Topology,
): ReadonlyMap<string, Track> {
  if (passes.length > 1) return tracks;
  const outputs = layers.at(-1)?.units ?? [];
  const own = new Map(
    outputs.flatMap(({ netInput, activation, weights }, o) =>
      [netInput, activation, ...weights.map((weight) => weight.name)].map((by) => [
        quantityName(derivativeOf(errors[o]?.name ?? '', by)),
        quantityName(gradientBy(by)),
      ]),
    ),
  );
  return new Map(
    [...tracks].map(([name, track]) => {
      const whole = own.get(name);
      return [whole === undefined || tracks.has(whole) ? name : whole, track];
    }),
  );
}
