import type { ActivationName } from '../network/network.ts';
import { abovePart, belowPart, minusSize } from './parts.ts';
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

const onePlus = (tape: Recorder, x: number): number => tape.add(tape.constant(1), x);

/** The sigmoid of every number, by powers that are never above 1. */
const logistic = (tape: Recorder, x: number): number =>
  tape.divide(tape.exponential(belowPart(tape, x)), onePlus(tape, tape.exponential(minusSize(tape, x))));

/** √(2/π)·(x + 0.044715x³) */
function insideBell(tape: Recorder, x: number): number {
  const cubic = tape.multiply(tape.constant(0.044715), tape.multiply(x, tape.multiply(x, x)));
  return tape.multiply(tape.constant(Math.sqrt(2 / Math.PI)), tape.add(x, cubic));
}

/** The forward pass of every activation, recorded from the nodes of the net inputs; derivatives are the tape's business. */
export const recordedActivations: Readonly<Record<ActivationName, Activate>> = {
  sigmoid: each((tape, x) => tape.sigmoid(x)),
  tanh: each((tape, x) => tape.tanh(x)),
  relu: each(abovePart),
  'leaky-relu': each((tape, x, { slope }) => tape.leaky(x, needed(slope))),
  elu: each((tape, x) => {
    const below = tape.subtract(tape.exponential(belowPart(tape, x)), tape.constant(1));
    return tape.add(abovePart(tape, x), below);
  }),
  softplus: each((tape, x) => {
    const rest = tape.weightedLog(tape.constant(1), onePlus(tape, tape.exponential(minusSize(tape, x))));
    return tape.add(abovePart(tape, x), rest);
  }),
  silu: each((tape, x) => tape.multiply(x, logistic(tape, x))),
  gelu: each((tape, x) =>
    tape.multiply(tape.multiply(tape.constant(0.5), x), onePlus(tape, tape.tanh(insideBell(tape, x)))),
  ),
  'hard-sigmoid': each((tape, x) =>
    tape.add(tape.divide(tape.clamp(x, tape.constant(3)), tape.constant(6)), tape.constant(0.5)),
  ),
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
