import type { BorrowedNumbers } from './borrowed.ts';
import type { Checkpoint } from './trace.ts';

/** What a cell of a row that is filled down shows. */
export interface Shows {
  /** A quantity's name, or {@link ITERATION} for the row's iteration. */
  readonly name: string;
  /** How far charts draw it on either side of 0, where it is for charts: see `drawnNumber`. */
  readonly drawnUpTo?: number;
}

/** Rows to fill down after the last row of a sheet, as a person does by dragging the corner of the selection. */
export type Filling = FillDown | TrainingRows;

/** Rows whose numbers are at hand. */
export interface FillDown {
  /** How many rows to add. */
  readonly rows: number;
  /** What the cells of the k-th added row show, counted from 0, for each cell of the row that is filled down; errors as in `cell-error.ts`. */
  readonly values: (k: number) => BorrowedNumbers;
}

/** Rows of a training run, an iteration each: so many that they are made block by block, and computed as they are made. */
export interface TrainingRows {
  /** The position of the run, counted from 0. */
  readonly run: number;
  readonly learningRate: number;
  /** The iteration of the row that is filled down. */
  readonly iteration: number;
  /** How many rows to add. */
  readonly rows: number;
  /** What the cells show, in the order of the row that is filled down. */
  readonly cells: readonly Shows[];
  /** A state from which an iteration can be computed. */
  readonly from: (iteration: number) => Checkpoint;
}

/** A block of these rows. Plain data, so that another thread can make it. */
export interface RowBlock extends Omit<TrainingRows, 'from'> {
  /** The `<row>` element that is filled down. */
  readonly pattern: string;
  /** The block's first row and the row after its last, counted from 0 after the row that is filled down. */
  readonly first: number;
  readonly end: number;
  /** A state from which the row before the first can be computed: charts need to know where a line comes from. */
  readonly from: Checkpoint;
}
