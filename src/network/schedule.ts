import type { Network, ScheduleFile, ScheduleName } from './network.ts';
import { standards } from './standards.ts';

/** A number that steers a schedule: its field in the network file, which is its name in formulas too, and its value unless given. */
interface ScheduleSetting {
  readonly field: 'every' | 'factor' | 'least';
  readonly standard: number;
}

const every: ScheduleSetting = { field: 'every', standard: standards.every };
const least: ScheduleSetting = { field: 'least', standard: standards.least };
const factor = (of: keyof typeof standards.factor): ScheduleSetting => ({
  field: 'factor',
  standard: standards.factor[of],
});

/** The settings of every schedule. */
export const scheduleParts: Readonly<Record<ScheduleName, { readonly settings: readonly ScheduleSetting[] }>> = {
  step: { settings: [every, factor('step')] },
  exponential: { settings: [factor('exponential')] },
  cosine: { settings: [least] },
};

/** How the learning rate changes: by a schedule, by a warm-up, or by both. */
export interface RateCourse {
  readonly schedule?: ScheduleFile | undefined;
  readonly warmUp?: number | undefined;
}

/** The course of a network's learning rate; undefined where it stays as it is. */
export const rateCourseOf = ({ schedule, warmUp }: RateCourse | Network): RateCourse | undefined =>
  schedule === undefined && warmUp === undefined ? undefined : { schedule, warmUp };
