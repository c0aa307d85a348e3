import { reasonOf, runEnd } from '../model/run-end.ts';
import type { Trace } from '../training/trace.ts';
import type { RunPlan } from './run-plans.ts';

/** How a training run went. */
export interface RunSummary {
  /** What it is called, where its learning rate does not say which it is. */
  readonly name?: string;
  readonly learningRate: number;
  /** The error of the first and of the last iteration; NaN where the cell shows #NUM!, infinity where it shows #DIV/0!. */
  readonly firstError: number;
  readonly lastError: number;
  /** The first iteration whose error is no number because the numbers grew beyond all bounds, where the run ends so; else null. */
  readonly divergedAt: number | null;
  /** The first iteration whose error is no number, and why, in a sentence, where the run ends so; else null. */
  readonly ended: { readonly iteration: number; readonly reason: string } | null;
}

/** Sums up a run. @param trace which holds its columns */
export function summaryOf({ name, topology, columns }: RunPlan, trace: Trace): RunSummary {
  const errors = trace.series(trace.curve);
  const positions = new Map(columns.map(({ name }, k) => [name, k]));
  const end = runEnd(topology, errors, (name, k) => trace.row(k)[positions.get(name) ?? -1] ?? Number.NaN);
  return {
    ...(name === undefined ? {} : { name }),
    learningRate: trace.learningRate,
    firstError: errors[0] ?? Number.NaN,
    lastError: errors.at(-1) ?? Number.NaN,
    divergedAt: end?.kind === 'diverged' ? end.iteration : null,
    ended: end === undefined ? null : { iteration: end.iteration, reason: reasonOf(end) },
  };
}
