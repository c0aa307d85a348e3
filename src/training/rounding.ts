/**
 * Whether a number of a training run is nothing but how it was rounded, so that programs which round in other places have other numbers
 * there: a gradient that is truly 0 and that an optimizer divides by its own size, or a number after many iterations of chaos.
 */
export type DecidedByRounding = (name: string, iteration: number) => boolean;
