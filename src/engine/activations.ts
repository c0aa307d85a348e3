import type { ActivationName } from '../network/network.ts';
import type { Recorder } from './tape.ts';

/** The net inputs of a layer, as nodes, and what its function needs besides. */
export interface NetInputs {
  readonly nodes: readonly number[];
  /** The slope of leaky-relu. */
  readonly slope: number | undefined;
  /** The largest net input, for softmax. */
  readonly largest: number | undefined;
}

type Activate = (tape: Recorder, netInputs: NetInputs) => readonly number[];

/** A function that takes every net input by itself. */
const each =
  (f: (tape: Recorder, x: number, of: NetInputs) => number): Activate =>
  (tape, of) =>
    of.nodes.map((x) => f(tape, x, of));

/** The forward pass of every activation, recorded from the nodes of the net inputs; derivatives are the tape's business. */
export const recordedActivations: Readonly<Record<ActivationName, Activate>> = {
  sigmoid: each((tape, x) => tape.sigmoid(x)),
  tanh: each((tape, x) => tape.tanh(x)),
  relu: each((tape, x) => tape.leaky(x, tape.constant(0))),
  'leaky-relu': each((tape, x, { slope }) => tape.leaky(x, needed(slope))),
  // A node of its own, so that activation and net input can be told apart.
  linear: each((tape, x) => tape.add(x, tape.constant(0))),
  softmax: (tape, { nodes, largest }) => {
    const powers = nodes.map((x) => tape.exponential(tape.subtract(x, needed(largest))));
    const total = powers.reduce((sum, power) => tape.add(sum, power));
    return powers.map((power) => tape.divide(power, total));
  },
};

function needed(node: number | undefined): number {
  if (node === undefined) throw new RangeError('The activation lacks a number that it needs.');
  return node;
}
