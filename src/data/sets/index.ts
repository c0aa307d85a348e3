import { circle } from './circle.ts';
import { gates } from './gates.ts';
import { gaussians } from './gaussians.ts';
import { iris } from './iris.ts';
import { moons } from './moons.ts';
import type { ReadySet } from './set.ts';
import { spirals } from './spirals.ts';

const sets = { ...gates, circle, moons, spirals, gaussians, iris } as const;

/** The name of a ready set. */
export type SetName = keyof typeof sets;

/** Every ready set, by its name. */
export const readySets: Readonly<Record<SetName, ReadySet>> = sets;

/** The names of the ready sets. */
export const setNames = Object.keys(sets) as readonly SetName[] as readonly [SetName, ...SetName[]];
