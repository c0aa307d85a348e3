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

/** Two numbers of which one or the other is larger. */
export type Sides = readonly [Expression, Expression];

/** An activation function as it is shown. Units of a layer are counted from 0. */
export interface Activation {
  /** Its name in a sentence, such as "sigmoid". */
  readonly title: string;
  /** Whether every activation depends on the net inputs of the whole layer. */
  readonly joint: boolean;
  /** What it goes on otherwise from: where the first of two numbers becomes larger than the second. Undefined for a smooth function. */
  readonly bend: ((netInput: Expression) => Sides) | undefined;
  /** Between which numbers its values lie; undefined where nothing bounds them on both sides. */
  readonly range: readonly [low: number, high: number] | undefined;
  /** What it is in textbooks, where the formula of a cell is another one so that no power is too large. */
  readonly textbook: ((netInput: string) => string) | undefined;
  /** About its steepest slope. */
  readonly steepest: number;
  /** The activation of a unit. */
  readonly value: (layer: LayerSymbols, unit: number) => Expression;
  /** How the activation of a unit reacts to the net input of a unit: its own, or with a joint function any of the layer. */
  readonly derivative: (layer: LayerSymbols, unit: number, by: number) => Expression;
}

/** What states a function of a single net input; a slope of 1 is the steepest unless another one is given. */
interface Elementwise extends Partial<Pick<Activation, 'bend' | 'range' | 'textbook' | 'steepest'>> {
  /** f(x) */
  readonly value: (x: Expression, layer: LayerSymbols) => Expression;
  /** f′(x), stated as class does: through the net input x, the activation a = f(x), or both. */
  readonly derivative: (x: Expression, a: Expression, layer: LayerSymbols) => Expression;
}

/** A function that every unit applies to its own net input. */
export function elementwise(
  title: string,
  { value, derivative, bend, range, textbook, steepest = 1 }: Elementwise,
): Activation {
  return {
    title,
    joint: false,
    bend,
    range,
    textbook,
    steepest,
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
