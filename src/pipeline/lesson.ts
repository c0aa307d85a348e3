import { train } from '../engine/train.ts';
import type { Column } from '../model/column.ts';
import type { StepSection } from '../model/step.ts';
import { stepSections } from '../model/steps.ts';
import type { Network } from '../network/network.ts';
import { ACCURACY } from '../quantities/classes.ts';
import type { Topology } from '../quantities/topology.ts';
import type { Trace } from '../training/trace.ts';
import { type IterationReading, readingOf } from './reading.ts';
import { remembered } from './remembered.ts';
import { type RunPlan, runPlans } from './run-plans.ts';

/** What a run computes, and how it is told. */
interface LessonParts {
  readonly topology: Topology;
  readonly columns: readonly Column[];
  readonly sections: readonly StepSection[];
}

/** A training run, to be looked at. */
export interface LessonRun extends LessonParts {
  /** What it is called, where its learning rate does not say which it is. */
  readonly name?: string;
  readonly learningRate: number;
  /** The error of each iteration. */
  readonly errors: Float64Array;
  /** The share of samples whose class is right in each iteration; undefined where the network tells no classes. */
  readonly accuracies: () => Float64Array | undefined;
  /** The numbers of an iteration, counted from 1. */
  readonly at: (iteration: number) => IterationReading;
}

/** A network and how its runs learn, to be looked at iteration by iteration; its parts are those of the first run. */
export interface Lesson extends LessonParts {
  readonly network: Network;
  /** Iterations of each run: those of the network, or as many as can be shown. */
  readonly iterations: number;
  readonly runs: readonly LessonRun[];
}

/** Trains all runs of a network. @param most iterations of each run, where the network has more */
export function lessonOf(network: Network, most = Number.POSITIVE_INFINITY): Lesson {
  const iterations = Math.min(network.iterations, most);
  const sections = remembered(
    ({ topology, groups }: RunPlan) => stepSections(topology, groups),
    ({ topology }) => topology,
  );
  const runs = runPlans(network).map((plan) => runAt(plan, sections(plan), iterations));
  const [first] = runs;
  if (first === undefined) throw new RangeError('A network needs a run.');
  const { topology, columns } = first;
  return { network, topology, columns, sections: first.sections, iterations, runs };
}

function runAt(plan: RunPlan, sections: readonly StepSection[], iterations: number): LessonRun {
  const { name, topology, columns, quantities, learningRate } = plan;
  // One more than is shown: the last update leads there.
  const trace = train(topology, learningRate, iterations + 1, quantities, new Set());
  const positions = new Map(columns.map((column, k) => [column.name, k]));
  const rate = { learningRate, givenRate: topology.givenRate };
  return {
    ...(name === undefined ? {} : { name }),
    ...{ topology, columns, sections, learningRate },
    errors: trace.series(trace.curve).subarray(0, iterations),
    accuracies: () => (positions.has(ACCURACY) ? trace.series(ACCURACY).subarray(0, iterations) : undefined),
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
