import type { Book } from './book.ts';
import { RATES_SHEET, RUNS_SHEET } from './layout.ts';

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

/** How the workbook of a network speaks of its runs. */
export const calledIn = ({ names, topology }: Pick<Book, 'names' | 'topology'>): Called =>
  names === undefined ? byRate(topology.givenRate) : byName;
