import { PLANE, type ReadySet } from './set.ts';

/** The middle of a cloud is so far from both axes, and its points so far around it, as a standard deviation. */
const [MIDDLE, SPREAD] = [0.5, 0.25];

/** Two clouds of points, each normally distributed. */
export const gaussians: ReadySet = {
  title: 'Two Gaussians',
  about: `two clouds around (−${MIDDLE}, −${MIDDLE}) and (${MIDDLE}, ${MIDDLE}), with a standard deviation of ${SPREAD}`,
  inputs: PLANE,
  classes: ['lower left', 'upper right'],
  samples: 40,
  at: (k, _, { normal }) => {
    const answer = k % 2;
    const middle = answer === 1 ? MIDDLE : -MIDDLE;
    return { inputs: [middle + SPREAD * normal(), middle + SPREAD * normal()], answer };
  },
};
