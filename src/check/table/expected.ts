import type { Expression } from '../../expression/tree.ts';

/** How the cells of a quantity are to come about. */
export type Expected =
  /** The same number in every iteration, or again after so many. */
  | { readonly kind: 'given'; readonly every: number }
  /** A formula over names of the iteration; `old x` is x of the one before. Of a learned quantity it holds from the second on. */
  | { readonly kind: 'formula'; readonly formula: Expression; readonly learned: boolean }
  | { readonly kind: 'running-mean'; readonly of: string; readonly iterations: number };
