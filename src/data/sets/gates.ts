import type { ReadySet } from './set.ts';

/** A gate: two inputs of 0 or 1, and an output of 0 or 1. @param table the outputs for 0 0, 0 1, 1 0, 1 1 */
const gate = (name: string, about: string, table: readonly number[]): ReadySet => ({
  title: `The gate ${name}`,
  about,
  inputs: ['a', 'b'],
  classes: ['0', '1'],
  samples: 4,
  at: (k) => ({ inputs: [Math.floor(k / 2) % 2, k % 2], answer: table[k % 4] ?? 0 }),
});

/** The gates. */
export const gates = {
  and: gate('AND', '1 where both inputs are 1', [0, 0, 0, 1]),
  or: gate('OR', '1 where an input is 1', [0, 1, 1, 1]),
  nand: gate('NAND', '0 where both inputs are 1', [1, 1, 1, 0]),
  xor: gate('XOR', '1 where the inputs differ', [0, 1, 1, 0]),
} as const;
