import { type Readable, readIteration, type SymbolReading } from '../model/read-rule.ts';

/** Numbers of an iteration and of those next to it. */
export interface IterationReading {
  /** The number of a quantity, a setting, η, k or a state of the iteration before, by its name and row. */
  readonly before: SymbolReading<number>;
  /** The number of a quantity one iteration later, after the update. */
  readonly after: (name: string) => number;
}

/**
 * @param rate the learning rate of the run, and its symbol
 * @param numberAt gives the number of a quantity in an iteration
 */
export function readingOf(
  iteration: number,
  rate: Pick<Readable<number>, 'learningRate' | 'givenRate'>,
  numberAt: (iteration: number, name: string) => number,
): IterationReading {
  return {
    before: readIteration(iteration, {
      quantity: (name, k) => numberAt(k, name),
      iteration: (k) => k,
      ...rate,
      first: 1,
      before: 0,
    }),
    after: (name) => numberAt(iteration + 1, name),
  };
}
