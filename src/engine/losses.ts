import type { LossName } from '../network/network.ts';
import { abovePart } from './parts.ts';
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
  'mean-absolute-error': {
    error: (tape, target, output) => {
      const off = tape.subtract(output, target);
      return tape.add(abovePart(tape, off), abovePart(tape, tape.negate(off)));
    },
    total: 'mean',
  },
  huber: {
    // Between −1 and 1, near is the distance itself, and near·(off − near/2) its half square.
    error: (tape, target, output) => {
      const off = tape.subtract(output, target);
      const near = tape.clamp(off, tape.constant(1));
      return tape.multiply(near, tape.subtract(off, tape.multiply(tape.constant(0.5), near)));
    },
    total: 'mean',
  },
  hinge: {
    error: (tape, target, output) => abovePart(tape, tape.subtract(tape.constant(1), tape.multiply(target, output))),
    total: 'mean',
  },
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
