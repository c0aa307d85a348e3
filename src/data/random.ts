import { uniformFloat64 } from 'pure-rand/distribution/uniformFloat64';
import { mersenne } from 'pure-rand/generator/mersenne';

/** Numbers drawn one after the other; the same seed gives the same ones everywhere. */
export interface Draw {
  /** From 0 to below 1. */
  uniform(): number;
  /** Around 0 with a standard deviation of 1. Source: Box and Muller, 1958. */
  normal(): number;
}

/** Begins to draw. @param seed a whole number below 2³² */
export function drawOf(seed: number): Draw {
  const bits = mersenne(seed);
  const uniform = (): number => uniformFloat64(bits);
  return {
    uniform,
    normal: () => Math.sqrt(-2 * Math.log(1 - uniform())) * Math.cos(2 * Math.PI * uniform()),
  };
}

/** The same list in another order, drawn. Source: Fisher and Yates, 1938. */
export function shuffled<T>(list: readonly T[], { uniform }: Draw): readonly T[] {
  const all = [...list];
  for (let last = all.length - 1; last > 0; last--) {
    const other = Math.floor(uniform() * (last + 1));
    [all[last], all[other]] = [all[other] as T, all[last] as T];
  }
  return all;
}
