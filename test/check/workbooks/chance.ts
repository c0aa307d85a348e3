import { chances } from '../layouts.ts';

/** Choices that are always the same for a seed. */
export interface Chance {
  readonly oneOf: <T>(items: readonly T[]) => T;
  /** A whole number from the first to the last, both included. */
  readonly from: (first: number, last: number) => number;
  /** True in so many of a hundred cases. */
  readonly percent: (share: number) => boolean;
}

export function chanceOf(seed: number): Chance {
  const next = chances(seed);
  const from = (first: number, last: number): number => first + Math.floor(next() * (last - first + 1));
  return {
    from,
    oneOf: <T>(items: readonly T[]): T => items[from(0, items.length - 1)] as T,
    percent: (share) => next() * 100 < share,
  };
}
