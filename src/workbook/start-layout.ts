import { TOTAL_ERROR } from '../spec/topology.ts';
import type { Book } from './book.ts';

/** The first sheet: what this is and where everything stands. */
export const START_SHEET = 'Start';

/** The threshold of E_total that a person may edit. */
export const THRESHOLD_CELL = '$K$18';

/** A fifth of the first error, rounded to one digit: 0.05 for the class network. */
export function defaultThreshold({ traces }: Pick<Book, 'traces'>): number {
  const first = traces[0]?.series(TOTAL_ERROR)[0] ?? Number.NaN;
  return first > 0 ? Number((first / 5).toPrecision(1)) : 0.01;
}
