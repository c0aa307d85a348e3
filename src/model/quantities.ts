import type { Topology } from '../quantities/topology.ts';
import { backwardGroups } from './backward.ts';
import { type Column, type ColumnGroup, isTaught } from './column.ts';
import { forwardGroups } from './forward.ts';
import { testGroups, testSummary } from './held-out.ts';
import { rateGroups } from './rate.ts';
import { stateGroups } from './update.ts';

/** The quantities of one iteration in the order in which they are computed and shown, under their headings. */
export function columnGroups(topology: Topology): readonly ColumnGroup[] {
  return [
    ...forwardGroups(topology),
    ...backwardGroups(topology),
    ...rateGroups(topology),
    ...stateGroups(topology),
    ...testGroups(topology),
    ...testSummary(topology),
  ];
}

/** The quantities of one iteration, in order, without headings. */
export function columnsOf(groups: readonly ColumnGroup[]): readonly Column[] {
  return groups.flatMap((group) => group.columns);
}

/** The quantities of one iteration that are taught, in order. */
export const taughtColumns = (topology: Topology): readonly Column[] =>
  columnsOf(columnGroups(topology)).filter(isTaught);
