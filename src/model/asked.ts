import { inputError } from '../network/input-error.ts';
import type { Topology } from '../quantities/topology.ts';
import { viewOf } from '../quantities/view.ts';
import type { Column } from './column.ts';

/** What an exercise can ask for. */
export const blankChoices = ['forward', 'output-gradients', 'hidden-gradients', 'updates', 'all'] as const;

/** What an exercise asks for. */
export type Blank = (typeof blankChoices)[number];

/** A part of an iteration, which an exercise may ask for by itself. */
export type Part = Exclude<Blank, 'all'>;

/**
 * Tells of which part of an iteration a column is; undefined for what is given. Chain factors belong to the gradients that are made of them,
 * what an optimizer keeps to the updates.
 */
export function partTellerOf(topology: Topology): (column: Column) => Part | undefined {
  const layerOf = layersByName(topology);
  const last = topology.layers.length - 1;
  return ({ role, rule, quantity }) => {
    if (rule.kind === 'learned') return 'updates';
    if (rule.kind !== 'computed' && rule.kind !== 'accumulated') return undefined;
    if (role === 'state') return 'updates';
    if (role !== 'factor' && role !== 'gradient') return 'forward';
    const layer = quantity.kind === 'value' ? last : layerOf.get(quantity.by);
    return layer === last ? 'output-gradients' : 'hidden-gradients';
  };
}

/**
 * The columns that an exercise leaves to the learner.
 *
 * @param columns all columns of the table, in order
 * @param iterations rows of the table, at least 1
 * @returns the names of the columns, in the order of the table
 * @throws InputError where the network has nothing of the kind
 */
export function askedColumns(
  topology: Topology,
  columns: readonly Column[],
  blank: Blank,
  iterations: number,
): readonly string[] {
  const partOf = partTellerOf(topology);
  const asked = columns.filter((column) => {
    if (column.rule.kind === 'learned' && iterations < 2) return false;
    const own = partOf(column);
    return own !== undefined && (blank === 'all' || own === blank);
  });
  if (asked.length > 0) return asked.map(({ name }) => name);
  throw inputError(
    blank === 'updates'
      ? 'asks for updates, which need a second iteration; give 2 iterations or more.'
      : 'asks for gradients of hidden layers, but this network has none; choose output-gradients.',
    'blank',
  );
}

/** The layer, counted from 0, of every unit, weight and bias, in all passes. */
function layersByName(topology: Topology): ReadonlyMap<string, number> {
  const views = topology.passes.map((pass) => viewOf(topology, pass));
  return new Map(
    views.flatMap(({ layers }) =>
      layers.flatMap(({ units, biases }, l) =>
        [
          ...units.flatMap(({ netInput, activation, weights }) => [
            netInput,
            activation,
            ...weights.map(({ name }) => name),
          ]),
          ...biases.map(({ name }) => name),
        ].map((name): readonly [string, number] => [name, l]),
      ),
    ),
  );
}
