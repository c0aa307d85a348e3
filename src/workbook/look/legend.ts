/** Pixels that the name of a line takes in a legend of 9 points: Excel needs 16, other programs more. */
const NAME_HEIGHT = 20;

/** The height of a legend, in pixels, that has room to spare for so many lines. */
export const legendHeight = (lines: number): number => lines * NAME_HEIGHT;
