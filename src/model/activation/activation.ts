import type { Expression } from '../../expression/tree.ts';

/** The names of a layer's numbers, as symbols. */
export interface LayerSymbols {
  readonly netInputs: readonly Expression[];
  readonly activations: readonly Expression[];
  /** The slope of leaky-relu below 0. */
  readonly slope: Expression | undefined;
  /** The largest net input, which softmax takes away from all of them. */
  readonly largest: Expression | undefined;
}

/** An activation function as it is shown. Units of a layer are counted from 0. */
export interface Activation {
  /** Its name in a sentence, such as "sigmoid". */
  readonly title: string;
  /** Whether every activation depends on the net inputs of the whole layer. */
  readonly joint: boolean;
  /** Whether it has a kink at 0, where no slope is right. */
  readonly kink: boolean;
  /** The activation of a unit. */
  readonly value: (layer: LayerSymbols, unit: number) => Expression;
  /** How the activation of a unit reacts to the net input of a unit: its own, or with a joint function any of the layer. */
  readonly derivative: (layer: LayerSymbols, unit: number, by: number) => Expression;
}

/**
 * A function that every unit applies to its own net input.
 *
 * @param value f(x)
 * @param derivative f′(x), stated as class does: through the net input x, the activation a = f(x), or both
 */
export function elementwise(
  title: string,
  value: (x: Expression, layer: LayerSymbols) => Expression,
  derivative: (x: Expression, a: Expression, layer: LayerSymbols) => Expression,
  kink = false,
): Activation {
  return {
    title,
    joint: false,
    kink,
    value: (layer, unit) => value(symbolAt(layer.netInputs, unit), layer),
    derivative: (layer, unit) => derivative(symbolAt(layer.netInputs, unit), symbolAt(layer.activations, unit), layer),
  };
}

/** The symbol of a unit. RangeError when the layer has none. */
export function symbolAt(symbols: readonly Expression[], unit: number): Expression {
  return needed(symbols[unit]);
}

/** What a function needs of its layer. RangeError when the layer lacks it. */
export function needed(symbol: Expression | undefined): Expression {
  if (symbol === undefined) throw new RangeError('The layer lacks a number that its activation needs.');
  return symbol;
}
