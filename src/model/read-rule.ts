import type { Row } from '../expression/tree.ts';
import { ITERATION } from '../quantities/topology.ts';
import type { Rule } from './column.ts';

/** What formulas are read for: the numbers that their symbols have, the cells that hold these, or texts. */
export interface Readable<T> {
  /** A quantity in an iteration. */
  readonly quantity: (name: string, iteration: number) => T;
  /** The number of an iteration, k. */
  readonly iteration: (iteration: number) => T;
  readonly learningRate: T;
  /** The symbol that means it: see `givenRate` of a topology. */
  readonly givenRate: string;
  /** The first iteration, and what every quantity is before it. */
  readonly first: number;
  readonly before: T;
}

/** Gives every symbol of a formula, by its name and row, what it stands for. */
export type SymbolReading<T> = (name: string, row?: Row) => T;

/**
 * How the formulas of an iteration read: what their symbols mean in it.
 *
 * @throws RangeError, when a symbol is given that is a cell outside the table
 */
export const readIteration =
  <T>(iteration: number, of: Readable<T>): SymbolReading<T> =>
  (name, row = 0) => {
    if (row === 'outside') throw new RangeError(`${name} is in no iteration.`);
    if (name === of.givenRate) return of.learningRate;
    const at = typeof row === 'number' ? iteration + row : row.k;
    if (name === ITERATION) return of.iteration(at);
    return at < of.first ? of.before : of.quantity(name, at);
  };

/** How the rule of a quantity reads in an iteration: that of a weight, which is updated from the iteration before, reads the row above. */
export const readRule = <T>({ kind }: Rule, iteration: number, of: Readable<T>): SymbolReading<T> =>
  readIteration(kind === 'learned' ? iteration - 1 : iteration, of);
