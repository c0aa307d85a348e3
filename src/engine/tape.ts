import * as operation from './operation.ts';
import { type Noise, type Sweeps, sweeper } from './sweep.ts';

/**
 * A tape: a flat list of arithmetic operations, recorded once, swept forward for values and backward for derivatives
 * (reverse-mode differentiation). The value of a node is a forward quantity, its adjoint the derivative of a result by it.
 * Arithmetic is that of a spreadsheet cell: see `cell-number.ts`.
 */
export type Tape = Sweeps;

/** Records operations; each method returns the number of the node that holds its result. */
export interface Recorder {
  variable(): number;
  constant(value: number): number;
  add(a: number, b: number): number;
  subtract(a: number, b: number): number;
  multiply(a: number, b: number): number;
  divide(a: number, b: number): number;
  negate(a: number): number;
  exponential(a: number): number;
  /** 1 / (1 + e^(−a)). Its derivative is taken from its value: where that is close to 1, e^(−a) has other rounding than 1 − value. */
  sigmoid(a: number): number;
  tanh(a: number): number;
  /** a where it is above 0, else slope · a; at 0 the derivative is the slope. The slope itself is held fixed. */
  leaky(a: number, slope: number): number;
  /** a between −bound and bound, and beyond them the bound; from there on the derivative is 0. The bound itself is held fixed. */
  clamp(a: number, bound: number): number;
  /** The larger of two, held fixed: what is added and taken away again needs no derivative. */
  largest(a: number, b: number): number;
  /** factor · ln a; 0 where the factor is 0, whatever a. The factor is held fixed. */
  weightedLog(factor: number, a: number): number;
}

/** Records a tape. @param record states the computation, once @param noise see {@link sweeper} */
export function recordTape<Nodes>(
  record: (recorder: Recorder) => Nodes,
  noise?: Noise,
): {
  readonly tape: Tape;
  readonly nodes: Nodes;
} {
  const kinds: number[] = [];
  const lefts: number[] = [];
  const rights: number[] = [];
  const initial: number[] = [];
  const push = (kind: number, left: number, right: number, value = 0): number => {
    lefts.push(left);
    rights.push(right);
    initial.push(value);
    return kinds.push(kind) - 1;
  };
  const nodes = record({
    variable: () => push(operation.VARIABLE, 0, 0),
    constant: (value) => push(operation.VARIABLE, 0, 0, value),
    add: (a, b) => push(operation.ADD, a, b),
    subtract: (a, b) => push(operation.SUBTRACT, a, b),
    multiply: (a, b) => push(operation.MULTIPLY, a, b),
    divide: (a, b) => push(operation.DIVIDE, a, b),
    negate: (a) => push(operation.NEGATE, a, a),
    exponential: (a) => push(operation.EXPONENTIAL, a, a),
    sigmoid: (a) => push(operation.SIGMOID, a, a),
    tanh: (a) => push(operation.TANH, a, a),
    leaky: (a, slope) => push(operation.LEAKY, a, slope),
    clamp: (a, bound) => push(operation.CLAMP, a, bound),
    largest: (a, b) => push(operation.LARGEST, a, b),
    weightedLog: (factor, a) => push(operation.WEIGHTED_LOG, factor, a),
  });
  return {
    tape: sweeper(
      { kind: Uint8Array.from(kinds), left: Int32Array.from(lefts), right: Int32Array.from(rights) },
      Float64Array.from(initial),
      noise,
    ),
    nodes,
  };
}
