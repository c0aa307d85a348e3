/** How many random cases of a property are tried; TIMES=10 tries ten times as many, as .ci/run does. */
export const times = (count: number): number => count * Number(process.env.TIMES ?? 1);

/**
 * Every n-th of many like cases, so that the suite stays short; EVERY=1 takes all of them, as .ci/run does.
 *
 * @param n as it is without that variable
 */
export function every<Case>(n: number, cases: readonly Case[]): readonly Case[] {
  const step = Number(process.env.EVERY ?? n);
  return cases.filter((_, k) => k % step === 0);
}

/** Whether tests are run that show nothing but more of the same: they take long, and .ci/run runs them. */
export const isEverything: boolean = process.env.EVERY !== undefined;
