import type { Topology } from '../quantities/topology.ts';
import { backwardGroups } from './backward.ts';
import type { Column, ColumnGroup } from './column.ts';
import { forwardGroups } from './forward.ts';
import { rateGroups } from './rate.ts';
import { stateGroups } from './update.ts';

/** The quantities of one iteration in the order in which they are computed and shown, under their headings. */
export function columnGroups(topology: Topology): readonly ColumnGroup[] {
  return [...forwardGroups(topology), ...backwardGroups(topology), ...rateGroups(topology), ...stateGroups(topology)];
}

/** The quantities of one iteration, in order, without headings. */
export function columnsOf(groups: readonly ColumnGroup[]): readonly Column[] {
  return groups.flatMap((group) => group.columns);
}
