import type { ActivationName } from '../spec/network.ts';
import type { Recorder } from './tape.ts';

/** The forward pass of every activation, recorded from the node of a net input; derivatives are the tape's business. */
export const activations: Readonly<Record<ActivationName, (tape: Recorder, netInput: number) => number>> = {
  sigmoid: (tape, x) => {
    const one = tape.constant(1);
    return tape.divide(one, tape.add(one, tape.exponential(tape.negate(x))));
  },
};
