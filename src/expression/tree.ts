/**
 * A formula as a tree. The mathematics that is shown is stated once, as such trees; cells, texts and numbers are printed or
 * computed from them.
 */
export type Expression =
  | { readonly kind: 'number'; readonly value: number; readonly text?: string }
  | { readonly kind: 'symbol'; readonly name: string }
  | { readonly kind: 'sum'; readonly terms: readonly Expression[] }
  | { readonly kind: 'product'; readonly factors: readonly Expression[] }
  | { readonly kind: 'quotient'; readonly numerator: Expression; readonly denominator: Expression }
  | { readonly kind: 'power'; readonly base: Expression; readonly exponent: number }
  | { readonly kind: 'negation'; readonly of: Expression }
  | { readonly kind: 'exponential'; readonly exponent: Expression }
  /** A function with a symbol of its own, such as σ(x), that stands for its definition. */
  | {
      readonly kind: 'named';
      readonly symbol: string;
      readonly argument: Expression;
      readonly definition: Expression;
    };

/** A number; `text` is how people write it, such as ½, where that differs from its decimal form. */
export const number = (value: number, text?: string): Expression =>
  text === undefined ? { kind: 'number', value } : { kind: 'number', value, text };

/** A quantity by its name. */
export const symbol = (name: string): Expression => ({ kind: 'symbol', name });

/** a + b + … ; a single term stays itself. */
export const sum = (...terms: readonly Expression[]): Expression => {
  const [first] = terms;
  return first !== undefined && terms.length === 1 ? first : { kind: 'sum', terms };
};

/** −x */
export const negation = (of: Expression): Expression => ({ kind: 'negation', of });

/** a − b */
export const difference = (a: Expression, b: Expression): Expression => sum(a, negation(b));

/** a · b · … ; a single factor stays itself. */
export const product = (...factors: readonly Expression[]): Expression => {
  const [first] = factors;
  return first !== undefined && factors.length === 1 ? first : { kind: 'product', factors };
};

/** a / b */
export const quotient = (numerator: Expression, denominator: Expression): Expression => ({
  kind: 'quotient',
  numerator,
  denominator,
});

/** x² */
export const square = (base: Expression): Expression => ({ kind: 'power', base, exponent: 2 });

/** eˣ */
export const exponential = (exponent: Expression): Expression => ({ kind: 'exponential', exponent });

/** f(x), short for its definition. */
export const named = (symbolOf: string, argument: Expression, definition: Expression): Expression => ({
  kind: 'named',
  symbol: symbolOf,
  argument,
  definition,
});

/** One half, written ½. */
export const HALF = number(0.5, '½');

/** The number 1. */
export const ONE = number(1);
