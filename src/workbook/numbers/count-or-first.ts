/**
 * The formula of a count that a person types: the cell's number where it is a whole one from 1 to the last, else 1. The Delete key and
 * pasting pass by a cell's validation, so the cell may hold nothing, a text, a fraction or an error.
 */
export const countOrFirst = (cell: string, last: number): string =>
  `IF(ISNUMBER(${cell}),IF(${cell}=MIN(MAX(ROUND(${cell},0),1),${last}),${cell},1),1)`;
