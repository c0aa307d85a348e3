/** What a node can be. */
const operations = [
  'variable',
  'add',
  'subtract',
  'multiply',
  'divide',
  'negate',
  'exponential',
  'sigmoid',
  'tanh',
  'leaky',
  'largest',
  'weightedLog',
] as const;

/** An operation of the tape. */
export type Operation = (typeof operations)[number];

/** The code of an operation. */
export const code = (operation: Operation): number => operations.indexOf(operation);

export const ADD = code('add');
export const SUBTRACT = code('subtract');
export const MULTIPLY = code('multiply');
export const DIVIDE = code('divide');
export const NEGATE = code('negate');
export const EXPONENTIAL = code('exponential');
export const SIGMOID = code('sigmoid');
export const TANH = code('tanh');
export const LEAKY = code('leaky');
export const LARGEST = code('largest');
export const WEIGHTED_LOG = code('weightedLog');

/** The operands that have a part in an operation's derivative: the left one, the right one, or both. */
const lefts = [ADD, SUBTRACT, MULTIPLY, DIVIDE, NEGATE, EXPONENTIAL, SIGMOID, TANH, LEAKY];
const rights = [ADD, SUBTRACT, MULTIPLY, DIVIDE, WEIGHTED_LOG];

/**
 * The nodes behind `to` that node `from` depends on, itself first, the last one recorded first. What a result does not depend on has no
 * part in its derivatives, not even by its errors.
 */
export function dependencies(
  { kind, left, right }: { readonly kind: Uint8Array; readonly left: Int32Array; readonly right: Int32Array },
  from: number,
  to: number,
): Int32Array {
  const reached = new Set([from]);
  const nodes: number[] = [];
  for (let n = from; n > to; n--) {
    if (!reached.has(n)) continue;
    nodes.push(n);
    if (lefts.includes(kind[n] as number)) reached.add(left[n] as number);
    if (rights.includes(kind[n] as number)) reached.add(right[n] as number);
  }
  return Int32Array.from(nodes);
}
