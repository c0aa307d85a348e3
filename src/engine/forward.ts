import { add, applied, divide, inRange, larger, multiply, negate, subtract } from './cell-number.ts';
import {
  ADD,
  CLAMP,
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
 * Computes the value of node n. Plain arithmetic gives it where all is as usual, numbers in range; the rules of cells where not.
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
      break;
    case SUBTRACT:
      value = a - b;
      break;
    case MULTIPLY:
      value = a * b;
      break;
    case DIVIDE:
      value = a / b;
      break;
    case NEGATE:
      value = -a;
      break;
    case EXPONENTIAL:
      value = Math.exp(a);
      break;
    case SIGMOID:
      value = 1 / (1 + Math.exp(-a));
      break;
    case TANH:
      value = Math.tanh(a);
      break;
    case LEAKY:
      value = a > 0 ? a : b * a;
      break;
    case CLAMP:
      value = Math.max(-b, Math.min(b, a));
      break;
    case LARGEST:
      value = Math.max(a, b);
      break;
    case WEIGHTED_LOG:
      value = a * Math.log(b);
      break;
  }
  const usual = Number.isFinite(a) && Number.isFinite(b) && inRange(value);
  values[n] = usual ? value : byRules(kind, a, b);
}

/** The value of an operation as a cell has it. */
function byRules(kind: number, a: number, b: number): number {
  switch (kind) {
    case ADD:
      return add(a, b);
    case SUBTRACT:
      return subtract(a, b);
    case MULTIPLY:
      return multiply(a, b);
    case DIVIDE:
      return divide(a, b);
    case NEGATE:
      return negate(a);
    case EXPONENTIAL:
      return applied(Math.exp, a);
    case SIGMOID:
      return divide(1, add(1, applied(Math.exp, negate(a))));
    case TANH:
      return applied(Math.tanh, a);
    case LEAKY:
      return a > 0 || !Number.isFinite(a) ? a : multiply(b, a);
    case CLAMP:
      return Number.isFinite(a) ? Math.max(-b, Math.min(b, a)) : a;
    case LARGEST:
      return larger(a, b);
    default:
      return a === 0 ? 0 : multiply(a, b === 0 ? Number.NaN : applied(Math.log, b));
  }
}
