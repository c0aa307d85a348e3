import { add, applied, divide, larger, multiply, negate, subtract } from './cell-number.ts';

/**
 * A tape: a flat list of arithmetic operations, recorded once, swept forward for values and backward for derivatives
 * (reverse-mode differentiation). The value of a node is a forward quantity, its adjoint the derivative of a result by it.
 * Arithmetic is that of a spreadsheet cell: see `cell-number.ts`.
 */
export interface Tape {
  /** Number of nodes. */
  readonly length: number;
  /** Sets a variable. */
  set(node: number, value: number): void;
  /** Computes the value of every node. */
  forward(): void;
  /** Computes ∂result/∂node for every node, into an array of `length` numbers. Needs the values of `forward`. */
  backward(result: number, adjoints: Float64Array): void;
  value(node: number): number;
  /** ∂of/∂by by the operations recorded between the two; `by` comes before `of`. */
  derivative(of: number, by: number): number;
}

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
  tanh(a: number): number;
  /** a where it is above 0, else slope · a; at 0 the derivative is the slope. The slope itself is held fixed. */
  leaky(a: number, slope: number): number;
  /** The larger of two, held fixed: what is added and taken away again needs no derivative. */
  largest(a: number, b: number): number;
  /** factor · ln a; 0 where the factor is 0, whatever a. The factor is held fixed. */
  weightedLog(factor: number, a: number): number;
}

const operations = [
  'variable',
  'add',
  'subtract',
  'multiply',
  'divide',
  'negate',
  'exponential',
  'tanh',
  'leaky',
  'largest',
  'weightedLog',
] as const;

type Operation = (typeof operations)[number];

const code = (operation: Operation): number => operations.indexOf(operation);

const ADD = code('add');
const SUBTRACT = code('subtract');
const MULTIPLY = code('multiply');
const DIVIDE = code('divide');
const NEGATE = code('negate');
const EXPONENTIAL = code('exponential');
const TANH = code('tanh');
const LEAKY = code('leaky');
const LARGEST = code('largest');
const WEIGHTED_LOG = code('weightedLog');

/** Records a tape. @param record states the computation, once */
export function recordTape<Nodes>(record: (recorder: Recorder) => Nodes): {
  readonly tape: Tape;
  readonly nodes: Nodes;
} {
  const kinds: number[] = [];
  const lefts: number[] = [];
  const rights: number[] = [];
  const initial: number[] = [];
  const push = (operation: Operation, left: number, right: number, value = 0): number => {
    lefts.push(left);
    rights.push(right);
    initial.push(value);
    return kinds.push(code(operation)) - 1;
  };
  const nodes = record({
    variable: () => push('variable', 0, 0),
    constant: (value) => push('variable', 0, 0, value),
    add: (a, b) => push('add', a, b),
    subtract: (a, b) => push('subtract', a, b),
    multiply: (a, b) => push('multiply', a, b),
    divide: (a, b) => push('divide', a, b),
    negate: (a) => push('negate', a, a),
    exponential: (a) => push('exponential', a, a),
    tanh: (a) => push('tanh', a, a),
    leaky: (a, slope) => push('leaky', a, slope),
    largest: (a, b) => push('largest', a, b),
    weightedLog: (factor, a) => push('weightedLog', factor, a),
  });
  return {
    tape: sweeper(Uint8Array.from(kinds), Int32Array.from(lefts), Int32Array.from(rights), Float64Array.from(initial)),
    nodes,
  };
}

function sweeper(kind: Uint8Array, left: Int32Array, right: Int32Array, value: Float64Array): Tape {
  const length = kind.length;
  const scratch = new Float64Array(length);
  const at = (array: Float64Array, node: number): number => array[node] as number;

  const forward = (): void => {
    for (let n = 0; n < length; n++) {
      const a = at(value, left[n] as number);
      const b = at(value, right[n] as number);
      switch (kind[n]) {
        case ADD:
          value[n] = add(a, b);
          break;
        case SUBTRACT:
          value[n] = subtract(a, b);
          break;
        case MULTIPLY:
          value[n] = multiply(a, b);
          break;
        case DIVIDE:
          value[n] = divide(a, b);
          break;
        case NEGATE:
          value[n] = negate(a);
          break;
        case EXPONENTIAL:
          value[n] = applied(Math.exp, a);
          break;
        case TANH:
          value[n] = applied(Math.tanh, a);
          break;
        case LEAKY:
          value[n] = a > 0 || !Number.isFinite(a) ? a : multiply(b, a);
          break;
        case LARGEST:
          value[n] = larger(a, b);
          break;
        case WEIGHTED_LOG:
          value[n] = a === 0 ? 0 : multiply(a, b === 0 ? Number.NaN : applied(Math.log, b));
          break;
      }
    }
  };

  /** Pulls the derivative of node `from` back to every node that it depends on, down to node `to`. */
  const pullBack = (adjoint: Float64Array, from: number, to: number): void => {
    adjoint.fill(0, to, from);
    adjoint[from] = 1;
    // Operations that were recorded first come last; their share stands on the left of a sum, where its errors win.
    const give = (node: number, share: number): void => {
      adjoint[node] = add(share, at(adjoint, node));
    };
    for (let n = from; n > to; n--) {
      const d = at(adjoint, n);
      const l = left[n] as number;
      const r = right[n] as number;
      switch (kind[n]) {
        case ADD:
          give(l, d);
          give(r, d);
          break;
        case SUBTRACT:
          give(l, d);
          give(r, negate(d));
          break;
        case MULTIPLY: {
          const a = at(value, l);
          const b = at(value, r);
          give(r, multiply(d, a));
          give(l, multiply(d, b));
          break;
        }
        case DIVIDE: {
          const b = at(value, r);
          give(r, negate(divide(multiply(d, at(value, n)), b)));
          give(l, divide(d, b));
          break;
        }
        case NEGATE:
          give(l, negate(d));
          break;
        case EXPONENTIAL:
          give(l, multiply(d, at(value, n)));
          break;
        case TANH: {
          const a = at(value, n);
          give(l, multiply(d, subtract(1, multiply(a, a))));
          break;
        }
        case LEAKY: {
          const a = at(value, l);
          give(l, multiply(d, a > 0 ? 1 : Number.isFinite(a) ? at(value, r) : a));
          break;
        }
        case WEIGHTED_LOG: {
          const factor = at(value, l);
          give(r, factor === 0 ? 0 : multiply(d, divide(factor, at(value, r))));
          break;
        }
      }
    }
  };

  return {
    length,
    forward,
    set: (node, number) => {
      value[node] = number;
    },
    backward: (result, adjoints) => {
      adjoints.fill(0);
      pullBack(adjoints, result, 0);
    },
    value: (node) => at(value, node),
    derivative: (of, by) => {
      pullBack(scratch, of, by);
      return at(scratch, by);
    },
  };
}
