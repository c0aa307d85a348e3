import type { Expression } from '../../expression/tree.ts';
import type { OptimizerName } from '../../network/network.ts';
import type { StateOf } from '../../network/optimizer.ts';

/** The symbols of one update of one trained number. */
export interface UpdateSymbols {
  readonly value: Expression;
  /** Its gradient, with weight decay added where there is any. */
  readonly gradient: Expression;
  /** A state of it, by its symbol in `optimizerParts`; after this iteration, and after the one before. */
  readonly state: (symbol: string) => Expression;
  readonly old: (symbol: string) => Expression;
}

/** A state of an optimizer: its formula, and in words what it is. */
export interface State {
  readonly formula: (of: UpdateSymbols) => Expression;
  readonly meaning: (parameter: string) => string;
}

/** An optimizer as it is stated: `optimizerParts` says which states it has, and in which order. */
export interface OptimizerStatement<Name extends OptimizerName> extends Omit<Optimizer, 'states'> {
  readonly states: { readonly [Symbol in StateOf<Name>]: State };
}

/** An optimizer as it is shown. */
export interface Optimizer {
  /** Its name in a sentence, such as "momentum". */
  readonly title: string;
  /** How it moves a weight, in a sentence. */
  readonly why: string;
  /** Each state, in the order in which they are computed. */
  readonly states: readonly (State & { readonly symbol: string })[];
  /** The new value. */
  readonly update: (of: UpdateSymbols) => Expression;
}
