import type { Expression } from '../../expression/tree.ts';

/** The symbols of one update of one trained number. */
export interface UpdateSymbols {
  readonly value: Expression;
  /** Its gradient, with weight decay added where there is any. */
  readonly gradient: Expression;
  /** A state of it, by its symbol in `spec/optimizer.ts`; after this iteration, and after the one before. */
  readonly state: (symbol: string) => Expression;
  readonly old: (symbol: string) => Expression;
}

/** An optimizer as it is shown. */
export interface Optimizer {
  /** Its name in a sentence, such as "momentum". */
  readonly title: string;
  /** How it moves a weight, in a sentence. */
  readonly why: string;
  /** Each state, in the order in which they are computed: its formula, and in words what it is. */
  readonly states: readonly {
    readonly symbol: string;
    readonly formula: (of: UpdateSymbols) => Expression;
    readonly meaning: (parameter: string) => string;
  }[];
  /** The new value. */
  readonly update: (of: UpdateSymbols) => Expression;
}
