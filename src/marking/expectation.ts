import type { Examined, ExaminedTable } from '../check/examine.ts';
import { groupedBy } from '../check/grouped.ts';
import type { QuantityState } from '../check/quantities.ts';
import type { Network } from '../network/network.ts';
import { initialValues, topologyOf } from '../quantities/topology.ts';

/** What was asked for, as a hand-in has it. */
export interface Met {
  /** What became of each quantity, those of tables that are missing among them. */
  readonly quantities: readonly QuantityState[];
  /** What is missing or other, each in a sentence. */
  readonly deviations: readonly string[];
}

/** How near two numbers are that are the same. */
const SAME = 1e-9;

const isSame = (a: number, b: number): boolean => Math.abs(a - b) <= SAME * Math.max(Math.abs(a), Math.abs(b), 1e-300);

/** The most other values that are named. */
const MOST_NAMES = 6;

/**
 * Compares a hand-in with what was asked for: a table for each learning rate, so many iterations, these initial values. An exercise has initial
 * values of its own, of which `check` says whether they were changed.
 */
export function metBy(examined: Examined, network: Network): Met {
  const { tables, quantities, isExercise } = examined;
  if (tables.length === 0) return { quantities, deviations: [] };
  const topology = topologyOf(network);
  const layers = [topology.inputs.length, ...topology.layers.map(({ units }) => units.length)];
  const expected = new Map(initialValues(topology).map(({ name, value }) => [name, value]));
  const deviations: Deviation[] = [];
  const counted: QuantityState[] = [];
  const lacking: number[] = [];
  for (const rate of network.learningRates) {
    const [best] = tablesFor(examined, rate, network.learningRates.length);
    if (best === undefined) {
      lacking.push(rate);
      continue;
    }
    const { table } = best;
    counted.push(...best.quantities);
    const say = (what: string): unknown => deviations.push({ what, rate });
    if (table.layers.join('-') !== layers.join('-'))
      say(`a ${table.layers.join('-')} network in place of ${layers.join('-')}`);
    if (table.iterations < network.iterations) say(`${table.iterations} of ${network.iterations} iterations`);
    if (!isExercise) for (const what of otherValuesOf(table, expected)) say(what);
  }
  const own = tables.flatMap(({ learningRate }) =>
    learningRate === undefined || network.learningRates.some((rate) => isSame(rate, learningRate))
      ? []
      : [learningRate],
  );
  const others = `with η = ${own.join(', ')}`;
  const tablesToo =
    lacking.length > 0
      ? [`No table with η = ${lacking.join(', ')}${own.length > 0 ? `, but others, ${others}` : ''}.`]
      : own.length > 0
        ? [`More tables than were asked for, ${others}.`]
        : [];
  // A table that is missing counts as much as one that is there.
  const [pattern] = groupedBy(quantities, ({ table, sheet }) => table ?? sheet).values();
  const missing = lacking.flatMap((rate) =>
    (pattern ?? []).map((each): QuantityState => ({ ...each, sheet: `η = ${rate}`, state: 'missing' })),
  );
  return { quantities: [...counted, ...missing], deviations: [...tablesToo, ...inWords(deviations)] };
}

/** What of the table of a learning rate is other than it was asked for. */
interface Deviation {
  readonly what: string;
  readonly rate: number;
}

/** What holds of several tables is said once. */
const inWords = (deviations: readonly Deviation[]): readonly string[] =>
  [...groupedBy(deviations, ({ what }) => what)].map(
    ([what, group]) => `With η = ${group.map(({ rate }) => rate).join(', ')}: ${what}.`,
  );

/**
 * The tables of a learning rate, the one with the most right quantities first; the only one, where its learning rate was not found and one is
 * asked for.
 */
function tablesFor({ tables, quantities }: Examined, rate: number, asked: number) {
  const own = tables.map((table, k) => ({
    table,
    quantities: quantities.filter((each) => (each.table === undefined ? each.sheet === table.sheet : each.table === k)),
  }));
  const right = ({ quantities: all }: (typeof own)[number]): number =>
    all.filter(({ state }) => state === 'right').length;
  const [first, ...others] = own;
  if (asked === 1 && others.length === 0 && first?.table.learningRate === undefined) return own;
  return own
    .filter(({ table: { learningRate } }) => learningRate !== undefined && isSame(learningRate, rate))
    .sort((a, b) => right(b) - right(a));
}

function otherValuesOf({ initial }: ExaminedTable, expected: ReadonlyMap<string, number>): readonly string[] {
  const others = [...expected].flatMap(([name, value]) => {
    const now = initial[name];
    return now === undefined || isSame(now, value) ? [] : [`${name} = ${now} in place of ${value}`];
  });
  const rest = others.length - MOST_NAMES;
  return others.length === 0
    ? []
    : [[...others.slice(0, MOST_NAMES), ...(rest > 0 ? [`${rest} more`] : [])].join(', ')];
}
