import type { PenaltyName } from '../network/optimizer.ts';
import { multiply } from './cell-number.ts';

/** What a penalty adds to the gradient of a trained number, in the arithmetic of cells. */
export const penaltySlopes: Readonly<Record<PenaltyName, (factor: number, value: number) => number>> = {
  weightDecay: multiply,
  l1: (factor, value) => multiply(factor, Number.isFinite(value) ? Math.sign(value) : value),
};
