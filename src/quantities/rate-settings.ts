import type { Network } from '../network/network.ts';
import { scheduleParts } from '../network/schedule.ts';
import type { Named, Path } from './layer.ts';
import { givenName } from './name.ts';

/** How many iterations there are, as formulas of schedules call it. */
export const ITERATIONS = 'T';

/** In how many iterations the learning rate warms up. */
export const WARM_UP = 'warmUp';

/** The numbers that steer the learning rate: the settings of the schedule, for cosine how many iterations there are, and the warm-up. */
export function courseSettings({ schedule, warmUp, iterations }: Network): readonly Named[] {
  const setting = (name: string, value: number, path: Path): Named => ({ ...givenName(name), value, path });
  return [
    ...(schedule === undefined
      ? []
      : scheduleParts[schedule.name].settings.map(({ field, standard }) =>
          setting(field, schedule[field] ?? standard, ['schedule', field]),
        )),
    ...(schedule?.name === 'cosine' ? [setting(ITERATIONS, iterations, ['iterations'])] : []),
    ...(warmUp === undefined ? [] : [setting(WARM_UP, warmUp, ['warmUp'])]),
  ];
}
