/**
 * How many steps of work may still be done for a workbook. Everything that grows with the file takes from it: characters of formulas
 * that are read, cells that formulas read, parts of formulas that are calculated or tried. So no file can make a check run on.
 */
export interface Budget {
  /** Takes steps. @returns false once there are none left; what was asked for is then not to be done */
  take(steps: number): boolean;
  /** A part of it, for one piece of work that may not use up all. */
  share(steps: number): Budget;
}

/** Steps that take about ten seconds on the slowest machine that counts. */
export const ALL_STEPS = 100_000_000;

/** A new budget. @param parent what it takes from too */
export function budgetOf(steps: number = ALL_STEPS, parent?: Budget): Budget {
  let left = steps;
  const budget: Budget = {
    take: (count) => {
      left -= count;
      return left >= 0 && (parent?.take(count) ?? true);
    },
    share: (most) => budgetOf(most, budget),
  };
  return budget;
}

/** A budget that tells whether more was asked of it than there was. */
export function noted(budget: Budget): Budget & { readonly isSpent: () => boolean } {
  let spent = false;
  return {
    take: (steps) => {
      const taken = budget.take(steps);
      spent ||= !taken;
      return taken;
    },
    share: (most) => budget.share(most),
    isSpent: () => spent,
  };
}
