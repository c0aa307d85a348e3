/** What the foot of a printed page says of what is left out. */
export const printWords = {
  rows: (last: number, all: number): string => `Iterations 1 to ${last} of ${all}`,
  inPart: 'In part: the sheet has more',
} as const;
