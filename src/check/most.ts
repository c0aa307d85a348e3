// As arguments of Math.max, the cells of a large table would not fit on the machine's stack.

/** The largest of some numbers; −∞ where there are none. */
export const mostOf = (numbers: readonly number[]): number =>
  numbers.reduce((most, each) => Math.max(most, each), Number.NEGATIVE_INFINITY);

/** The smallest of some numbers; ∞ where there are none. */
export const leastOf = (numbers: readonly number[]): number =>
  numbers.reduce((least, each) => Math.min(least, each), Number.POSITIVE_INFINITY);
