import { add, divide, inRange, multiply, negate, subtract } from './cell-number.ts';
import {
  ADD,
  CLAMP,
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
} from './operation.ts';

/**
 * Pulls the derivative of node n back to its operands: each gets its share. Plain arithmetic gives it where all is as usual, numbers in
 * range; the rules of cells where not.
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
  const value = values[n] as number;
  // NaN leaves a share to the rules: of several steps each may fall out of range.
  let toLeft = Number.NaN;
  let toRight = Number.NaN;
  switch (kind) {
    case ADD:
      toLeft = d;
      toRight = d;
      break;
    case SUBTRACT:
      toLeft = d;
      toRight = -d;
      break;
    case MULTIPLY:
      toLeft = d * b;
      toRight = d * a;
      break;
    case NEGATE:
      toLeft = -d;
      break;
    case EXPONENTIAL:
      toLeft = d * value;
      break;
    case SIGMOID:
      toLeft = d * (value * (1 - value));
      break;
    case TANH:
      toLeft = d * (1 - value * value);
      break;
    case LEAKY:
      if (Number.isFinite(a)) toLeft = a > 0 ? d : d * b;
      break;
    case CLAMP:
      if (Math.abs(a) < b) toLeft = d;
      break;
  }
  // Operations that were recorded first come last; their share stands on the left of a sum, where its errors win.
  if (derivesRight[kind] === 1) {
    const sum = toRight + (adjoints[right] as number);
    const usual = inRange(toRight) && inRange(sum);
    adjoints[right] = usual ? sum : add(shareOfRight(kind, d, a, b, value), adjoints[right] as number);
  }
  if (derivesLeft[kind] === 1) {
    const sum = toLeft + (adjoints[left] as number);
    const usual = inRange(toLeft) && inRange(sum);
    adjoints[left] = usual ? sum : add(shareOfLeft(kind, d, a, b, value), adjoints[left] as number);
  }
}

function shareOfRight(kind: number, d: number, a: number, b: number, value: number): number {
  switch (kind) {
    case ADD:
      return d;
    case SUBTRACT:
      return negate(d);
    case MULTIPLY:
      return multiply(d, a);
    case DIVIDE:
      return negate(divide(multiply(d, value), b));
    default:
      return a === 0 ? 0 : multiply(d, divide(a, b));
  }
}

function shareOfLeft(kind: number, d: number, a: number, b: number, value: number): number {
  switch (kind) {
    case MULTIPLY:
      return multiply(d, b);
    case DIVIDE:
      return divide(d, b);
    case NEGATE:
      return negate(d);
    case EXPONENTIAL:
      return multiply(d, value);
    case SIGMOID:
      return multiply(d, multiply(value, subtract(1, value)));
    case TANH:
      return multiply(d, subtract(1, multiply(value, value)));
    case LEAKY:
      return multiply(d, !Number.isFinite(a) ? a : a > 0 ? 1 : b);
    case CLAMP:
      return multiply(d, !Number.isFinite(a) ? a : Math.abs(a) < b ? 1 : 0);
    default:
      return d;
  }
}
