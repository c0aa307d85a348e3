import type { LossName } from '../spec/network.ts';
import type { Recorder } from './tape.ts';

/** The error of one output under every loss, recorded from the nodes of target and output. */
export const losses: Readonly<Record<LossName, (tape: Recorder, target: number, output: number) => number>> = {
  'half-squared-error': (tape, target, output) => {
    const off = tape.subtract(target, output);
    return tape.multiply(tape.constant(0.5), tape.multiply(off, off));
  },
};
