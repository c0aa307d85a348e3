import type { ScheduleName } from '../../network/network.ts';
import { cosineAnnealing } from './cosine.ts';
import { exponentialDecay } from './exponential.ts';
import type { Schedule } from './schedule.ts';
import { stepDecay } from './step.ts';

export type { Schedule } from './schedule.ts';

/** Every schedule, by its name in the network file. */
export const schedules: Readonly<Record<ScheduleName, Schedule>> = {
  step: stepDecay,
  exponential: exponentialDecay,
  cosine: cosineAnnealing,
};
