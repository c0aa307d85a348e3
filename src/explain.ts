import { train } from './engine/train.ts';
import { explanation } from './explain/explain.ts';
import { columnGroups, columnsOf } from './model/quantities.ts';
import { stepSections } from './model/steps.ts';
import { momentOf, type PartialMoment } from './spec/choice.ts';
import type { Network } from './spec/network.ts';
import { ITERATION, LEARNING_RATE, topologyOf } from './spec/topology.ts';

/**
 * Explains one iteration of a network's training: every step as Markdown, with formulas as GitHub renders them.
 *
 * @param wanted the learning rate in the middle and iteration 1, unless others are asked for
 * @throws InputError when the learning rate is not positive, or the network has no such iteration
 */
export function explain(network: Network, wanted: PartialMoment = {}): string {
  const { learningRate, iteration } = momentOf(network, wanted);
  const topology = topologyOf(network);
  const groups = columnGroups(topology);
  const columns = columnsOf(groups);
  const positions = new Map(columns.map((column, k) => [column.name, k]));
  // One iteration more: what the update leads to.
  const trace = train(
    topology,
    learningRate,
    iteration + 1,
    columns.map((column) => column.quantity),
  );
  const numberAt = (k: number, name: string): number => trace.row(k)[positions.get(name) ?? -1] ?? Number.NaN;
  /** What a formula of the iteration means by a name; a state that it calls old is 0 before the first. */
  const before = (name: string): number => {
    if (name === LEARNING_RATE) return learningRate;
    if (name === ITERATION) return iteration;
    const state = /^old (.+)$/.exec(name)?.[1];
    if (state === undefined) return numberAt(iteration, name);
    return iteration === 1 ? 0 : numberAt(iteration - 1, state);
  };
  return explanation({
    title: network.title,
    topology,
    sections: stepSections(topology, groups),
    learningRate,
    iteration,
    before,
    after: (name) => numberAt(iteration + 1, name),
  });
}
