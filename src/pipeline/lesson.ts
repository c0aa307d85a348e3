import { train } from '../engine/train.ts';
import type { Column } from '../model/column.ts';
import { columnGroups, columnsOf } from '../model/quantities.ts';
import type { StepSection } from '../model/step.ts';
import { stepSections } from '../model/steps.ts';
import type { Network } from '../network/network.ts';
import { type Topology, topologyOf } from '../quantities/topology.ts';
import type { Trace } from '../training/trace.ts';
import { type IterationReading, readingOf } from './reading.ts';

/** A training run, to be looked at. */
export interface LessonRun {
  readonly learningRate: number;
  /** The error of each iteration. */
  readonly errors: Float64Array;
  /** The numbers of an iteration, counted from 1. */
  readonly at: (iteration: number) => IterationReading;
}

/** A network and how it learns with each of its learning rates, to be looked at iteration by iteration. */
export interface Lesson {
  readonly network: Network;
  readonly topology: Topology;
  readonly columns: readonly Column[];
  readonly sections: readonly StepSection[];
  /** Iterations of each run: those of the network, or as many as can be shown. */
  readonly iterations: number;
  readonly runs: readonly LessonRun[];
}

/** Trains a network with each of its learning rates. @param most iterations of each run, where the network has more */
export function lessonOf(network: Network, most = Number.POSITIVE_INFINITY): Lesson {
  const topology = topologyOf(network);
  const groups = columnGroups(topology);
  const columns = columnsOf(groups);
  const iterations = Math.min(network.iterations, most);
  return {
    ...{ network, topology, columns, iterations },
    sections: stepSections(topology, groups),
    runs: network.learningRates.map((rate) => runAt(topology, columns, rate, iterations)),
  };
}

function runAt(topology: Topology, columns: readonly Column[], learningRate: number, iterations: number): LessonRun {
  const quantities = columns.map(({ quantity }) => quantity);
  // One more than is shown: the last update leads there.
  const trace = train(topology, learningRate, iterations + 1, quantities, new Set());
  const positions = new Map(columns.map(({ name }, k) => [name, k]));
  const rate = { learningRate, givenRate: topology.givenRate };
  return {
    learningRate,
    errors: trace.series(trace.curve).subarray(0, iterations),
    at: (iteration) => readingOf(iteration, rate, numbersAround(trace, iteration, positions)),
  };
}

/** The numbers of an iteration, the one before it and the one after. */
function numbersAround(
  trace: Trace,
  iteration: number,
  positions: ReadonlyMap<string, number>,
): (iteration: number, name: string) => number {
  const around = [iteration - 1, iteration, iteration + 1].filter((k) => k >= 1);
  // What a trace gives is on loan.
  const rows = new Map(around.map((k) => [k, trace.row(k).slice()]));
  return (k, name) => rows.get(k)?.[positions.get(name) ?? -1] ?? Number.NaN;
}
