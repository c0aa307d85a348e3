import type { Topology } from '../quantities/topology.ts';

/** The sheet that compares the learning rates. */
export const RATES_SHEET = 'Learning rates';

/** The sheet that compares runs with names. */
export const RUNS_SHEET = 'Runs';

/** How a workbook speaks of its runs: by their learning rates, or by names. */
export interface Called {
  readonly named: boolean;
  /** The name of the sheet that compares them. */
  readonly sheet: string;
  readonly one: string;
  readonly many: string;
  /** What heads a column or a choice of them. */
  readonly head: string;
  /** What stands before one of them in a sentence. */
  readonly before: string;
}

/** By their learning rates. @param symbol of a learning rate that is given, η0 where η is made of it */
const byRate = (symbol: string): Called => ({
  named: false,
  sheet: RATES_SHEET,
  one: 'learning rate',
  many: 'learning rates',
  head: symbol,
  before: `${symbol} = `,
});

const byName: Called = { named: true, sheet: RUNS_SHEET, one: 'run', many: 'runs', head: 'run', before: '' };

/** What says how runs are called: their names, or the symbol of a learning rate that is given. */
interface Naming {
  readonly names: readonly string[] | undefined;
  readonly topology: Pick<Topology, 'givenRate'>;
}

/** How the workbook of a network speaks of its runs. */
export const calledIn = ({ names, topology }: Naming): Called =>
  names === undefined ? byRate(topology.givenRate) : byName;
