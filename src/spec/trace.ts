/**
 * The numbers of one training run, one row per iteration, in the order of the quantities that were asked for. NaN stands for
 * what a cell shows as #NUM!.
 */
export interface Trace {
  readonly learningRate: number;
  readonly iterations: number;
  /** The name of the error that charts show. */
  readonly curve: string;
  /** All quantities of iteration k, 1 ≤ k ≤ iterations. */
  row(iteration: number): Float64Array;
  /** One quantity, by its name, over all iterations. RangeError when it was not asked for. */
  series(name: string): Float64Array;
}
