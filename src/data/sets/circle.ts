import { PLANE, type ReadySet } from './set.ts';

/** How far from the middle the points of the disc and of the ring are: from, and how much further at most. */
const RADII = [
  [0, 0.5],
  [0.7, 0.3],
] as const;

/** A disc, and a ring around it. */
export const circle: ReadySet = {
  title: 'Circle',
  about: 'a disc within a ring',
  inputs: PLANE,
  classes: ['ring', 'disc'],
  samples: 40,
  at: (k, _, { uniform }) => {
    const answer = k % 2;
    const [from, more] = RADII[answer === 1 ? 0 : 1];
    // The root spreads the points of the disc evenly over its area.
    const radius = from + more * Math.sqrt(uniform());
    const angle = 2 * Math.PI * uniform();
    return { inputs: [radius * Math.cos(angle), radius * Math.sin(angle)], answer };
  },
};
