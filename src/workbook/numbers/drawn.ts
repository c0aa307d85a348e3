/** Numbers as charts draw them: where a cell shows an error, the line has a gap. */
export const drawnFormula = (cell: string): string => `IFERROR(${cell},NA())`;

/** The same of a cell that may be empty: an empty cell would be read as 0. */
export const drawnOnceFilled = (cell: string): string => `IF(ISNUMBER(${cell}),${cell},NA())`;

/** The cell that a {@link drawnFormula} reads. */
export const drawnCell = (formula: string): string => formula.slice('IFERROR('.length, -',NA())'.length);
