import { evenly } from './moons.ts';
import { PLANE, type ReadySet } from './set.ts';

/** How often each arm goes around the middle. */
const TURNS = 1.5;

/** Two arms of a spiral, one opposite to the other. Source: Lang and Witbrock, 1988, with fewer turns. */
export const spirals: ReadySet = {
  title: 'Two spirals',
  about: 'two arms of a spiral, each one and a half times around',
  inputs: PLANE,
  classes: ['first arm', 'second arm'],
  samples: 60,
  at: (k, samples) => {
    const answer = k % 2;
    const along = evenly(Math.floor(k / 2), Math.ceil((samples - answer) / 2));
    const radius = 0.1 + 0.9 * along;
    const angle = 2 * Math.PI * TURNS * along + Math.PI * answer;
    return { inputs: [radius * Math.cos(angle), radius * Math.sin(angle)], answer };
  },
};
