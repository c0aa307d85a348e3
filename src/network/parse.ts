import { withDrawnWeights } from './drawn-weights.ts';
import { type Faults, noFaults } from './faults.ts';
import { findMisfits } from './misfits.ts';
import { findMisfittingRuns } from './misfitting-runs.ts';
import type { Network } from './network.ts';
import { networkSchema } from './schema.ts';
import { findMisshapen } from './shape.ts';

/**
 * A value of unknown type becomes a {@link Network}, its weights drawn where it leaves them to a rule, or one `InputError` that lists
 * every fault with its path, or the first thousand of them and how many more there are.
 *
 * @param value a network file, parsed
 * @param source what holds the value, such as a file's name; stands before each line of the message
 * @throws InputError
 * @example
 * try {
 *   parseNetwork({ title: 'Without layers' });
 * } catch (error) {
 *   if (error instanceof InputError) console.log(error.faults);
 * }
 */
export function parseNetwork(value: unknown, source = ''): Network {
  return parseWith(noFaults(), value, source);
}

/** The same, where faults are known already: they are told first. @param source what holds the value, such as a file's name */
export function parseWith(faults: Faults, value: unknown, source: string): Network {
  const before = faults.count;
  findMisshapen(networkSchema, value, faults);
  const isShaped = faults.count === before;
  findMisfits(value, faults);
  // What a run makes of the file can be told where the file has the shape of one.
  if (isShaped) findMisfittingRuns(networkSchema.parse(value), faults);
  faults.refuse(source);
  return withDrawnWeights(networkSchema.parse(value));
}
