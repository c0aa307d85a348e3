/** How the learners of a class are sorted. */
export const sortings = ['name', 'mark'] as const;

/** One of them. */
export type Sorting = (typeof sortings)[number];
