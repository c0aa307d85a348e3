/** What a node of the tape can be. Plain numbers, so that a sweep finds its way by them at once. */
export const VARIABLE = 0;
export const ADD = 1;
export const SUBTRACT = 2;
export const MULTIPLY = 3;
export const DIVIDE = 4;
export const NEGATE = 5;
export const EXPONENTIAL = 6;
export const SIGMOID = 7;
export const TANH = 8;
export const LEAKY = 9;
export const LARGEST = 10;
export const WEIGHTED_LOG = 11;
export const CLAMP = 12;

/** Operations in whose derivative the left operand has a part, and those in which the right one has: by their code. */
export const derivesLeft = flags(ADD, SUBTRACT, MULTIPLY, DIVIDE, NEGATE, EXPONENTIAL, SIGMOID, TANH, LEAKY, CLAMP);
export const derivesRight = flags(ADD, SUBTRACT, MULTIPLY, DIVIDE, WEIGHTED_LOG);

function flags(...codes: readonly number[]): Uint8Array {
  const all = new Uint8Array(CLAMP + 1);
  for (const each of codes) all[each] = 1;
  return all;
}

/** Recorded operations: the code of each node's, its first operand, a node that comes before it, and its second one, or the first again. */
export interface Operations {
  readonly kind: Uint8Array;
  readonly left: Int32Array;
  readonly right: Int32Array;
}

/**
 * The nodes after `to` that node `from` depends on, itself first, the last one recorded first. What a result does not depend on has no
 * part in its derivatives, not even by its errors.
 */
export function dependencies({ kind, left, right }: Operations, from: number, to: number): Int32Array {
  const reached = new Set<number>();
  const reach = (n: number): void => {
    if (n > to) reached.add(n);
  };
  reach(from);
  // A set goes on to what is added meanwhile.
  for (const n of reached) {
    if (derivesLeft[kind[n] as number] === 1) reach(left[n] as number);
    if (derivesRight[kind[n] as number] === 1) reach(right[n] as number);
  }
  return Int32Array.from(reached).sort().reverse();
}
