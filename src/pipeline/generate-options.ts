import type { NetworkSource } from '../network/source.ts';
import type { RowThreads } from '../xlsx/threads.ts';

/** How a workbook is made; nothing of it but the source changes the bytes. */
export interface GenerateOptions {
  /** How the command line comes to the network, which the workbook tells; as far as the network itself tells, where it is missing. */
  readonly source?: NetworkSource | undefined;
  /** Is told whenever rows of a run have been written. */
  readonly progress?: ((written: Progress) => void) | undefined;
  /** Threads that make the rows of long runs side by side; without them, rows are made one block after the other. */
  readonly threads?: RowThreads | undefined;
}

/** How many rows of a run are written. */
export interface Progress {
  /** Its position among the runs, counted from 0. */
  readonly run: number;
  readonly learningRate: number;
  /** Rows that are written, of those that are made block by block: all but the first two iterations. */
  readonly rows: number;
  /** How many there will be. */
  readonly of: number;
}
