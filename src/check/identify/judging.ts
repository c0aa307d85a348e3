import type { Network } from '../../network/network.ts';
import type { Budget } from '../budget.ts';
import type { Naming } from '../find/fragment.ts';
import type { Site } from '../find/track.ts';
import type { Grid } from '../formula/grid.ts';

/** By what a table is judged. */
export interface Judging {
  readonly grid: Grid;
  readonly named: Naming;
  /** The network that it trains, where that was said. */
  readonly network: Network | undefined;
  /** What that network is called, where it was not said, but is tried because it has the same columns. */
  readonly tried: string | undefined;
  /**
   * Gives the network that headers tell the settings that were asked for.
   *
   * @throws InputError where they do not fit it
   */
  readonly adapt: (network: Network) => Network;
  readonly candidates: ReadonlyMap<string, Network>;
  readonly learningRate: number | undefined;
  /** What options are called where the report is read. */
  readonly called: (field: string) => string;
  readonly isElsewhere: (site: Site) => boolean;
  readonly budget: Budget;
  /** Steps that the judging of numbers may take. */
  readonly steps: Budget;
  /** Those of them by which a table is tried as another than its headers tell. */
  readonly trials: Budget;
}
