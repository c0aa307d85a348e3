import { add, applied, divide, larger, multiply, negate, subtract } from './cell-number.ts';
import {
  ADD,
  DIVIDE,
  dependencies,
  EXPONENTIAL,
  LARGEST,
  LEAKY,
  MULTIPLY,
  NEGATE,
  SIGMOID,
  SUBTRACT,
  TANH,
  WEIGHTED_LOG,
} from './operation.ts';

/** The two sweeps over a tape: forward for values, backward for derivatives. */
export interface Sweeps {
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
  /** Writes that derivative into an array: a number that is returned would have to be wrapped up. */
  writeDerivative(of: number, by: number, into: Float64Array, place: number): void;
  /** Writes the value of a node into an array. */
  writeValue(node: number, into: Float64Array, place: number): void;
}

/**
 * Sweeps over recorded operations.
 *
 * @param kind the code of every node's operation
 * @param left its first operand, a node that comes before it
 * @param right its second operand, or the first again
 * @param value its value; those of variables and constants are set already
 */
export function sweeper(kind: Uint8Array, left: Int32Array, right: Int32Array, value: Float64Array): Sweeps {
  const length = kind.length;
  const scratch = new Float64Array(length);
  const known = new Map<number, Int32Array>();
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
        case SIGMOID:
          value[n] = divide(1, add(1, applied(Math.exp, negate(a))));
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

  const dependenciesOf = (from: number, to: number): Int32Array => {
    const key = from * length + to;
    const nodes = known.get(key) ?? dependencies({ kind, left, right }, from, to);
    known.set(key, nodes);
    return nodes;
  };

  /** Pulls the derivative of node `from` back to every node that it depends on, down to node `to`. */
  const pullBack = (adjoint: Float64Array, from: number, to: number): void => {
    const nodes = dependenciesOf(from, to);
    adjoint.fill(0, to, from);
    adjoint[from] = 1;
    // Operations that were recorded first come last; their share stands on the left of a sum, where its errors win.
    const give = (node: number, share: number): void => {
      adjoint[node] = add(share, at(adjoint, node));
    };
    for (let k = 0; k < nodes.length; k++) {
      const n = nodes[k] as number;
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
        case SIGMOID: {
          const a = at(value, n);
          give(l, multiply(d, multiply(a, subtract(1, a))));
          break;
        }
        case TANH: {
          const a = at(value, n);
          give(l, multiply(d, subtract(1, multiply(a, a))));
          break;
        }
        case LEAKY: {
          const a = at(value, l);
          give(l, multiply(d, !Number.isFinite(a) ? a : a > 0 ? 1 : at(value, r)));
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
    writeDerivative: (of, by, into, place) => {
      pullBack(scratch, of, by);
      into[place] = at(scratch, by);
    },
    writeValue: (node, into, place) => {
      into[place] = at(value, node);
    },
  };
}
