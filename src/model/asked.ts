import { inputError } from '../network/input-error.ts';
import type { Topology } from '../quantities/topology.ts';
import type { Column } from './column.ts';
import { type Stage, stageOfColumns } from './stages.ts';

/** What an exercise can ask for. */
export const blankChoices = ['forward', 'output-gradients', 'hidden-gradients', 'updates', 'all'] as const;

/** What an exercise asks for. */
export type Blank = (typeof blankChoices)[number];

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
  const stageOf = stageOfColumns(topology);
  const part = (column: Column): Exclude<Blank, 'all'> | undefined => {
    const { kind } = column.rule;
    if (kind === 'learned') return iterations > 1 ? 'updates' : undefined;
    return kind === 'computed' || kind === 'accumulated' ? parts[stageOf(column)] : undefined;
  };
  const asked = columns.filter((column) => {
    const own = part(column);
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
const parts: Readonly<Record<Stage, Exclude<Blank, 'all'>>> = {
  forward: 'forward',
  error: 'forward',
  'backward-output': 'output-gradients',
  'backward-hidden': 'hidden-gradients',
  update: 'updates',
};
