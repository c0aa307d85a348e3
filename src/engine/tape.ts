/**
 * A tape: a flat list of arithmetic operations, recorded once, swept forward for values and backward for derivatives
 * (reverse-mode differentiation). The value of a node is a forward quantity, its adjoint the derivative of the last result by it.
 *
 * Arithmetic is that of a spreadsheet cell: what overflows or has no value is NaN (#NUM!), and so is all that depends on it;
 * what is closer to zero than 2.2250738585072014e-308 is 0. Source: Microsoft, "Floating-point arithmetic may give inaccurate
 * results in Excel" (no infinities, no denormal numbers).
 */
export interface Tape {
  /** Number of nodes. */
  readonly length: number;
  /** Sets a variable. */
  set(node: number, value: number): void;
  /** Computes the value of every node. */
  forward(): void;
  /** Computes ∂result/∂node for every node. Needs the values of `forward`. */
  backward(result: number): void;
  value(node: number): number;
  adjoint(node: number): number;
  /** ∂of/∂by by the operations recorded between the two; `by` comes before `of`. Leaves all adjoints as they are. */
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
}

const VARIABLE = 0;
const ADD = 1;
const SUBTRACT = 2;
const MULTIPLY = 3;
const DIVIDE = 4;
const NEGATE = 5;
const EXPONENTIAL = 6;

const SMALLEST_NORMAL = 2.2250738585072014e-308;

/** A number as a spreadsheet cell would hold it: NaN for what it cannot hold, 0 for what is too small. */
export function asCell(value: number): number {
  const size = Math.abs(value);
  if (size < SMALLEST_NORMAL) return 0;
  return size <= Number.MAX_VALUE ? value : Number.NaN;
}

/** Records a tape. @param record states the computation, once */
export function recordTape<Nodes>(record: (recorder: Recorder) => Nodes): {
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
    variable: () => push(VARIABLE, 0, 0),
    constant: (value) => push(VARIABLE, 0, 0, value),
    add: (a, b) => push(ADD, a, b),
    subtract: (a, b) => push(SUBTRACT, a, b),
    multiply: (a, b) => push(MULTIPLY, a, b),
    divide: (a, b) => push(DIVIDE, a, b),
    negate: (a) => push(NEGATE, a, a),
    exponential: (a) => push(EXPONENTIAL, a, a),
  });
  return {
    tape: sweeper(Uint8Array.from(kinds), Int32Array.from(lefts), Int32Array.from(rights), Float64Array.from(initial)),
    nodes,
  };
}

function sweeper(kind: Uint8Array, left: Int32Array, right: Int32Array, value: Float64Array): Tape {
  const length = kind.length;
  const adjoints = new Float64Array(length);
  const scratch = new Float64Array(length);
  const at = (array: Float64Array, node: number): number => array[node] as number;

  const forward = (): void => {
    for (let n = 0; n < length; n++) {
      const a = at(value, left[n] as number);
      const b = at(value, right[n] as number);
      switch (kind[n]) {
        case ADD:
          value[n] = asCell(a + b);
          break;
        case SUBTRACT:
          value[n] = asCell(a - b);
          break;
        case MULTIPLY:
          value[n] = asCell(a * b);
          break;
        case DIVIDE:
          value[n] = asCell(a / b);
          break;
        case NEGATE:
          value[n] = asCell(-a);
          break;
        case EXPONENTIAL:
          value[n] = asCell(Math.exp(a));
          break;
      }
    }
  };

  /** Pulls the derivative of node `from` back to every node that it depends on, down to node `to`. */
  const pullBack = (adjoint: Float64Array, from: number, to: number): void => {
    adjoint.fill(0, to, from);
    adjoint[from] = 1;
    for (let n = from; n > to; n--) {
      const d = at(adjoint, n);
      const l = left[n] as number;
      const r = right[n] as number;
      switch (kind[n]) {
        case ADD:
          adjoint[l] = asCell(at(adjoint, l) + d);
          adjoint[r] = asCell(at(adjoint, r) + d);
          break;
        case SUBTRACT:
          adjoint[l] = asCell(at(adjoint, l) + d);
          adjoint[r] = asCell(at(adjoint, r) - d);
          break;
        case MULTIPLY: {
          const a = at(value, l);
          const b = at(value, r);
          adjoint[l] = asCell(at(adjoint, l) + asCell(d * b));
          adjoint[r] = asCell(at(adjoint, r) + asCell(d * a));
          break;
        }
        case DIVIDE: {
          const b = at(value, r);
          const quotient = at(value, n);
          adjoint[l] = asCell(at(adjoint, l) + asCell(d / b));
          adjoint[r] = asCell(at(adjoint, r) - asCell((d * quotient) / b));
          break;
        }
        case NEGATE:
          adjoint[l] = asCell(at(adjoint, l) - d);
          break;
        case EXPONENTIAL:
          adjoint[l] = asCell(at(adjoint, l) + asCell(d * at(value, n)));
          break;
      }
    }
  };

  return {
    length,
    forward,
    set: (node, number) => {
      value[node] = number;
    },
    backward: (result) => pullBack(adjoints, result, 0),
    value: (node) => at(value, node),
    adjoint: (node) => at(adjoints, node),
    derivative: (of, by) => {
      pullBack(scratch, of, by);
      return at(scratch, by);
    },
  };
}
