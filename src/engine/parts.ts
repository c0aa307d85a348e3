import type { Recorder } from './tape.ts';

/** Parts of numbers, recorded so that at 0 the slope is that of the other parts: none has a hole there. */

/** The larger of x and 0, whose slope at 0 is 0. */
export const abovePart = (tape: Recorder, x: number): number => tape.leaky(x, tape.constant(0));

/** The smaller of x and 0, whose slope at 0 is 1. */
export const belowPart = (tape: Recorder, x: number): number => tape.subtract(x, abovePart(tape, x));

/** −|x|, whose slope at 0 is 1. */
export const minusSize = (tape: Recorder, x: number): number => tape.subtract(belowPart(tape, x), abovePart(tape, x));
