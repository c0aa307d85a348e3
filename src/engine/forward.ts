import { add, applied, divide, inRange, larger, multiply, negate, subtract } from './cell-number.ts';
import {
  ADD,
  DIVIDE,
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

/**
 * Computes the value of node n. What is common, a number in range, is found at once; all else by the rules of cells.
 *
 * @param left the node of the first operand
 * @param right the node of the second one
 */
export function compute(n: number, kind: number, left: number, right: number, values: Float64Array): void {
  const a = values[left] as number;
  const b = values[right] as number;
  let value = 0;
  switch (kind) {
    case ADD:
      value = a + b;
      if (!inRange(value)) value = add(a, b);
      break;
    case SUBTRACT:
      value = a - b;
      if (!inRange(value)) value = subtract(a, b);
      break;
    case MULTIPLY:
      value = a * b;
      if (!inRange(value)) value = multiply(a, b);
      break;
    case DIVIDE:
      value = divide(a, b);
      break;
    case NEGATE:
      value = negate(a);
      break;
    case EXPONENTIAL:
      value = applied(Math.exp, a);
      break;
    case SIGMOID:
      value = divide(1, add(1, applied(Math.exp, negate(a))));
      break;
    case TANH:
      value = applied(Math.tanh, a);
      break;
    case LEAKY:
      value = a > 0 || !Number.isFinite(a) ? a : multiply(b, a);
      break;
    case LARGEST:
      value = larger(a, b);
      break;
    case WEIGHTED_LOG:
      value = a === 0 ? 0 : multiply(a, b === 0 ? Number.NaN : applied(Math.log, b));
      break;
  }
  values[n] = value;
}
