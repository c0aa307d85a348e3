import { add, divide, inRange, multiply, negate, subtract } from './cell-number.ts';
import {
  ADD,
  DIVIDE,
  derivesLeft,
  derivesRight,
  EXPONENTIAL,
  LEAKY,
  MULTIPLY,
  NEGATE,
  SIGMOID,
  SUBTRACT,
  TANH,
  WEIGHTED_LOG,
} from './operation.ts';

/**
 * Pulls the derivative of node n back to its operands: each gets its share. What is common, a number in range, is found at once; all else
 * by the rules of cells.
 *
 * @param left the node of the first operand
 * @param right the node of the second one
 * @param adjoints the derivative by every node, as far as it is known
 */
export function pullBack(
  n: number,
  kind: number,
  left: number,
  right: number,
  values: Float64Array,
  adjoints: Float64Array,
): void {
  const d = adjoints[n] as number;
  const a = values[left] as number;
  const b = values[right] as number;
  let toLeft = d;
  let toRight = d;
  switch (kind) {
    case ADD:
      break;
    case SUBTRACT:
      toRight = negate(d);
      break;
    case MULTIPLY:
      toLeft = d * b;
      if (!inRange(toLeft)) toLeft = multiply(d, b);
      toRight = d * a;
      if (!inRange(toRight)) toRight = multiply(d, a);
      break;
    case DIVIDE:
      toLeft = divide(d, b);
      toRight = negate(divide(multiply(d, values[n] as number), b));
      break;
    case NEGATE:
      toLeft = negate(d);
      break;
    case EXPONENTIAL:
      toLeft = multiply(d, values[n] as number);
      break;
    case SIGMOID: {
      const value = values[n] as number;
      toLeft = multiply(d, multiply(value, subtract(1, value)));
      break;
    }
    case TANH: {
      const value = values[n] as number;
      toLeft = multiply(d, subtract(1, multiply(value, value)));
      break;
    }
    case LEAKY:
      toLeft = multiply(d, !Number.isFinite(a) ? a : a > 0 ? 1 : b);
      break;
    case WEIGHTED_LOG:
      toRight = a === 0 ? 0 : multiply(d, divide(a, b));
      break;
  }
  // Operations that were recorded first come last; their share stands on the left of a sum, where its errors win.
  if (derivesRight[kind] === 1) adjoints[right] = sum(toRight, adjoints[right] as number);
  if (derivesLeft[kind] === 1) adjoints[left] = sum(toLeft, adjoints[left] as number);
}

const sum = (share: number, before: number): number => {
  const value = share + before;
  return inRange(value) ? value : add(share, before);
};
