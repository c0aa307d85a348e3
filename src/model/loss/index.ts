import type { LossName } from '../../spec/network.ts';
import { halfSquaredError } from './half-squared-error.ts';
import type { Loss } from './loss.ts';

export type { Loss } from './loss.ts';

/** Every loss that a network can have, by its name in the network file. */
export const losses: Readonly<Record<LossName, Loss>> = { 'half-squared-error': halfSquaredError };
