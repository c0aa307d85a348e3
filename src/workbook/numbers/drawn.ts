/** Numbers as charts draw them: where a cell shows an error, the line has a gap. */
export const drawnFormula = (cell: string): string => `IFERROR(${cell},NA())`;

/**
 * The same within a bound on either side of 0, which is drawn where the line leaves it: see `drawnNumber`.
 *
 * @param above the cell of the iteration before; a text above the first
 */
export const leavingFormula = (cell: string, above: string, upTo: string): string =>
  drawnFormula(`IF(ABS(${cell})<=${upTo},${cell},IF(ABS(${above})<=${upTo},SIGN(${cell})*${upTo},NA()))`);

/** Within the bound only, for a cell that takes long to name. */
export const withinFormula = (cell: string, upTo: string): string =>
  drawnFormula(`IF(ABS(${cell})<=${upTo},${cell},NA())`);

/** The same of a cell that may be empty: an empty cell would be read as 0. */
export const drawnOnceFilled = (cell: string, formula: string): string => `IF(ISNUMBER(${cell}),${formula},NA())`;
