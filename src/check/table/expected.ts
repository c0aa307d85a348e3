import { mapSymbols } from '../../expression/rewrite.ts';
import { type Expression, symbol, ZERO } from '../../expression/tree.ts';
import { readRule } from '../../model/read-rule.ts';
import { ITERATION, type Topology } from '../../quantities/topology.ts';

/** How the cells of a quantity are to come about. */
export type Expected =
  /** The same number in every iteration, or again after so many. */
  | { readonly kind: 'given'; readonly every: number }
  /** A formula over names of the iteration and of the one before. Of a learned quantity it holds from the second on. */
  | { readonly kind: 'formula'; readonly formula: Expression; readonly learned: boolean }
  | { readonly kind: 'running-mean'; readonly of: string; readonly iterations: number };

/** Whether a number is the same in all rows: a setting, or the learning rate that is given. */
export const isConstant = ({ givenRate, settings }: Topology, name: string): boolean =>
  name === givenRate || settings.some((setting) => setting.name === name);

/**
 * An update as a formula of the row that it leads to; settings, and a learning rate that stays as it is, have one number for all rows.
 */
export function expectedUpdate(update: Expression, topology: Topology): Expression {
  const { givenRate } = topology;
  const read = readRule<Expression>({ kind: 'learned', update }, 0, {
    quantity: (name, row) => symbol(name, isConstant(topology, name) ? 0 : row),
    iteration: () => symbol(ITERATION),
    learningRate: symbol(givenRate),
    givenRate,
    first: Number.NEGATIVE_INFINITY,
    before: ZERO,
  });
  return mapSymbols(update, ({ name, row }) => read(name, row));
}
