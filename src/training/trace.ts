import type { BorrowedNumbers } from './borrowed.ts';

/** Where a training run stands after an iteration: all that the iterations after it come from. Plain data, fit for another thread. */
export interface Checkpoint {
  /** The iteration that was computed last, counted from 1; 0 before the first. */
  readonly iteration: number;
  /** Of each weight and trained bias: its value after the iteration's update, then what the optimizer keeps of it. */
  readonly trained: Float64Array;
  /** E_total of the latest iterations, as many as an epoch has. */
  readonly errors: readonly number[];
  /** The share of samples whose class was right, of as many iterations; none where there are no classes. */
  readonly correct: readonly number[];
}

/**
 * The numbers of one training run, one row per iteration, in the order of the quantities that were asked for. NaN stands for
 * what a cell shows as #NUM!.
 */
export interface Trace {
  readonly learningRate: number;
  readonly iterations: number;
  /** The name of the error that charts show. */
  readonly curve: string;
  /** Set where cells are still to be filled in, so that the run has no course that could be told. */
  readonly unfilled?: true;
  /** All quantities of iteration k, 1 ≤ k ≤ iterations. */
  row(iteration: number): BorrowedNumbers;
  /** The nearest known state from which an iteration can be computed. */
  checkpoint(iteration: number): Checkpoint;
  /** One quantity, by its name, over all iterations. RangeError when it was not asked for. */
  series(name: string): Float64Array;
}
