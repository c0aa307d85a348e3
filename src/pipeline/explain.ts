import { calculatorOf } from '../engine/calculator.ts';
import { type Run, runOf } from '../engine/run.ts';
import { explanation } from '../explain/explain.ts';
import { columnGroups, columnsOf } from '../model/quantities.ts';
import type { SymbolReading } from '../model/read-rule.ts';
import { stepSections } from '../model/steps.ts';
import { momentOf, type PartialMoment } from '../network/moment.ts';
import type { Network } from '../network/network.ts';
import { singleRun } from '../network/runs.ts';
import { TOTAL_ERROR, type Topology, topologyOf, trainedOf } from '../quantities/topology.ts';
import { givenIn } from './landscape.ts';
import { readingOf } from './reading.ts';

/**
 * Explains one iteration of a network's training: every step as Markdown, with formulas as GitHub renders them.
 *
 * @param wanted the learning rate in the middle and iteration 1, unless others are asked for
 * @throws InputError when the learning rate is not positive, or the network has no such iteration or run
 * @example
 * await writeFile('steps.md', explain(network, { learningRate: 0.5, iteration: 2 }));
 */
export function explain(given: Network, wanted: PartialMoment = {}): string {
  const network = singleRun(given, wanted.run);
  const { learningRate, iteration } = momentOf(network, wanted);
  const topology = topologyOf(network);
  const groups = columnGroups(topology);
  const columns = columnsOf(groups);
  const positions = new Map(columns.map((column, k) => [column.name, k]));
  const rows = rowsAround(
    iteration,
    runOf(
      topology,
      learningRate,
      columns.map((column) => column.quantity),
    ),
    columns.length,
  );
  const numberAt = (k: number, name: string): number => rows(k)[positions.get(name) ?? -1] ?? Number.NaN;
  const { before, after } = readingOf(iteration, { learningRate, givenRate: topology.givenRate }, numberAt);
  return explanation({
    title: network.title,
    topology,
    sections: stepSections(topology, groups),
    learningRate,
    iteration,
    before,
    after,
    errorAfter: topology.epoch === 1 ? after(TOTAL_ERROR) : sameSamplesAgain(topology, before, after),
  });
}

/** An iteration, the one before it and the one after; of long trainings no more is kept. */
function rowsAround(iteration: number, run: Run, width: number): (iteration: number) => Float64Array {
  const kept = [0, 1, 2].map(() => new Float64Array(width));
  const row = (k: number): Float64Array => kept[k % 3] ?? new Float64Array();
  for (let k = 1; k <= iteration + 1; k++) {
    run.next();
    if (k >= iteration - 1) run.write(row(k), 0);
  }
  return row;
}

/** The error that the samples of an iteration would have after the update; the next iteration takes others. */
function sameSamplesAgain(topology: Topology, before: SymbolReading<number>, after: (name: string) => number): number {
  const given = [...givenIn(topology, before), ...trainedOf(topology).map(({ name }) => [name, after(name)] as const)];
  return calculatorOf(topology).forward(new Map(given))(TOTAL_ERROR);
}
