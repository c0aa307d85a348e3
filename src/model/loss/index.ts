import type { LossName } from '../../network/network.ts';
import { binaryCrossEntropy } from './binary-cross-entropy.ts';
import { crossEntropy } from './cross-entropy.ts';
import { halfSquaredError } from './half-squared-error.ts';
import { hinge } from './hinge.ts';
import { huber } from './huber.ts';
import type { Loss } from './loss.ts';
import { meanAbsoluteError } from './mean-absolute-error.ts';
import { meanSquaredError } from './mean-squared-error.ts';

export type { Loss } from './loss.ts';

/** Every loss that a network can have, by its name in the network file. */
export const losses: Readonly<Record<LossName, Loss>> = {
  'half-squared-error': halfSquaredError,
  'mean-squared-error': meanSquaredError,
  'mean-absolute-error': meanAbsoluteError,
  huber,
  hinge,
  'binary-cross-entropy': binaryCrossEntropy,
  'cross-entropy': crossEntropy,
};
