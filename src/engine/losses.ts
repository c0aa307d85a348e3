import type { LossName } from '../network/network.ts';
import type { Recorder } from './tape.ts';

/** A loss as it is computed: the error of one output, recorded from the nodes of target and output, and how errors come together. */
interface Loss {
  readonly error: (tape: Recorder, target: number, output: number) => number;
  readonly total: 'sum' | 'mean';
}

const squared = (tape: Recorder, target: number, output: number): number => {
  const off = tape.subtract(target, output);
  return tape.multiply(off, off);
};

/** Every loss that a network can have. */
export const recordedLosses: Readonly<Record<LossName, Loss>> = {
  'half-squared-error': {
    error: (tape, target, output) => tape.multiply(tape.constant(0.5), squared(tape, target, output)),
    total: 'sum',
  },
  'mean-squared-error': { error: squared, total: 'mean' },
  'binary-cross-entropy': {
    error: (tape, target, output) => {
      const one = tape.constant(1);
      const hit = tape.weightedLog(target, output);
      const miss = tape.weightedLog(tape.subtract(one, target), tape.subtract(one, output));
      return tape.negate(tape.add(hit, miss));
    },
    total: 'mean',
  },
  'cross-entropy': { error: (tape, target, output) => tape.negate(tape.weightedLog(target, output)), total: 'sum' },
};
