/** Points of a line that a chart can show; further ones would make it slower, not finer. */
export const MOST_SHOWN = 1000;

/** The iterations that charts show, and that stand on the sheet Learning rates. */
export interface Shown {
  /** Whether some are left out. */
  readonly sampled: boolean;
  /** All, or evenly spaced from the first to the last. */
  readonly even: Float64Array;
  /** The same, or with distances that grow as the iterations do, none twice. */
  readonly logarithmic: Float64Array;
}

/** Up to 1,000 iterations all of them, beyond so many. */
export function shownIterations(iterations: number): Shown {
  const count = Math.min(iterations, MOST_SHOWN);
  const sampled = iterations > MOST_SHOWN;
  const even = Float64Array.from({ length: count }, (_, k) => (sampled ? evenly(k, iterations) : k + 1));
  if (!sampled) return { sampled, even, logarithmic: even };
  const logarithmic = new Float64Array(count);
  for (let k = 0; k < count; k++) {
    const spaced = Math.round(Math.exp((Math.log(iterations) * k) / (count - 1)));
    logarithmic[k] = k === 0 ? 1 : Math.max((logarithmic[k - 1] as number) + 1, spaced);
  }
  return { sampled, even, logarithmic };
}

const evenly = (k: number, iterations: number): number => Math.round(1 + (k * (iterations - 1)) / (MOST_SHOWN - 1));

/** The formula of an evenly spaced iteration. @param rowsAbove rows above the first of them */
export const evenFormula = (iterations: number, rowsAbove: number): string =>
  `ROUND(1+(ROW()-${rowsAbove + 1})*${iterations - 1}/${MOST_SHOWN - 1},0)`;

/** The formula of a logarithmically spaced iteration after the first. @param above the cell of the one before */
export const logarithmicFormula = (iterations: number, rowsAbove: number, above: string): string =>
  `MAX(${above}+1,ROUND(EXP(LN(${iterations})*(ROW()-${rowsAbove + 1})/${MOST_SHOWN - 1}),0))`;
