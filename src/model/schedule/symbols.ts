import { difference, ONE, symbol } from '../../expression/tree.ts';
import { ITERATIONS } from '../../quantities/rate-settings.ts';
import { FIRST_RATE, ITERATION } from '../../quantities/topology.ts';

/** Symbols that schedules share. */
export const first = symbol(FIRST_RATE);
export const factor = symbol('factor');
export const every = symbol('every');
export const least = symbol('least');
export const iterations = symbol(ITERATIONS);

/** How many iterations have gone before: k − 1. */
export const gone = difference(symbol(ITERATION), ONE);
