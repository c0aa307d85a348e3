import { PLANE, type ReadySet } from './set.ts';

/** Two half circles that reach into each other, their points evenly spaced. Source: scikit-learn, make_moons. */
export const moons: ReadySet = {
  title: 'Two moons',
  about: 'two half circles that reach into each other',
  inputs: PLANE,
  classes: ['upper', 'lower'],
  samples: 40,
  at: (k, samples) => {
    const answer = k % 2;
    const own = Math.ceil((samples - answer) / 2);
    // Far apart one after the other, so that a part of them is evenly over the whole moon.
    const angle = Math.PI * evenly(Math.floor(k / 2), own);
    const [x, y] = [Math.cos(angle), Math.sin(angle)];
    return { inputs: answer === 0 ? [x, y] : [1 - x, 0.5 - y], answer };
  },
};

/** The golden section, by which steps around a circle never crowd. */
const STEP = (Math.sqrt(5) - 1) / 2;

/** The place of the k-th of several points that are evenly spaced from 0 to 1. */
export function evenly(k: number, of: number): number {
  if (of < 2) return 0.5;
  const places = Array.from({ length: of }, (_, j) => (j * STEP) % 1);
  const place = places[k] ?? 0;
  return places.filter((other) => other < place).length / (of - 1);
}
