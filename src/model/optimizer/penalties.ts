import { apply, type Expression, product } from '../../expression/tree.ts';
import type { PenaltyName } from '../../network/optimizer.ts';

/** What pulls every trained number towards 0, as it is shown. */
interface PenaltyTerm {
  /** What it adds to the gradient of a number. */
  readonly slope: (factor: Expression, value: Expression) => Expression;
  /** The same in words. */
  readonly added: (factor: string, name: string) => string;
}

/** Every penalty; its sum over all trained numbers is never part of E_total. */
export const penaltyTerms: Readonly<Record<PenaltyName, PenaltyTerm>> = {
  weightDecay: {
    slope: (factor, value) => product(factor, value),
    added: (factor, name) => `${factor} times ${name}`,
  },
  l1: {
    slope: (factor, value) => product(factor, apply('sign', value)),
    added: (factor, name) => `${factor} times the sign of ${name}`,
  },
};
