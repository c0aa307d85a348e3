import { inputError } from '../network/input-error.ts';
import type { Topology } from '../quantities/topology.ts';
import { type Column, isTaught } from './column.ts';
import { type Stage, stageOfColumns } from './stages.ts';

/** What an exercise can ask for. */
export const blankChoices = ['forward', 'output-gradients', 'hidden-gradients', 'updates', 'all'] as const;

/** What an exercise asks for. */
export type Blank = (typeof blankChoices)[number];

/** A part of an iteration, which an exercise may ask for by itself. */
export type Part = Exclude<Blank, 'all'>;

/**
 * Tells of which part of an iteration a column is; undefined for what is given, and what only tells how well the network does. Chain factors belong to the gradients that are made of them,
 * what an optimizer keeps to the updates.
 */
export function partTellerOf(topology: Topology): (column: Column) => Part | undefined {
  const stageOf = stageOfColumns(topology);
  return (column) => {
    if (!isTaught(column)) return undefined;
    const { kind } = column.rule;
    if (kind === 'learned') return 'updates';
    return kind === 'computed' || kind === 'accumulated' ? parts[stageOf(column)] : undefined;
  };
}

/**
 * The columns that an exercise leaves to the learner. Chain factors belong to the gradients that are made of them.
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

/** What asks for the quantities of a stage. */
const parts: Readonly<Record<Stage, Part>> = {
  forward: 'forward',
  error: 'forward',
  'backward-output': 'output-gradients',
  'backward-hidden': 'hidden-gradients',
  update: 'updates',
};
