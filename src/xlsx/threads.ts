import type { Network } from '../network/network.ts';
import type { RowBlock } from '../training/filling.ts';
import type { Segment } from './row-press/index.ts';

/** Threads that make the rows of a network's workbook, as many as there are cores or as are asked for. */
export interface RowThreads {
  /** How many there are. */
  readonly count: number;
  /** Rows in all from which on it pays to start them. */
  readonly leastRows: number;
  /** Starts them. @param make makes rows on the thread that asks for them @internal */
  open(network: Network, make: (block: RowBlock) => Segment): OpenThreads;
}

/** Threads that are at work. */
export interface OpenThreads {
  /** Makes the rows of a block, and compresses them. */
  segment(block: RowBlock): Promise<Segment>;
  /** Ends them. */
  close(): Promise<void>;
}
