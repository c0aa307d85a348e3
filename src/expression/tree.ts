/**
 * A formula as a tree. The mathematics that is shown is stated once, as such trees; cells, texts and numbers are printed or
 * computed from them.
 */
export type Expression =
  | { readonly kind: 'number'; readonly value: number; readonly text?: string }
  | Mention
  | { readonly kind: 'sum'; readonly terms: readonly Expression[] }
  | { readonly kind: 'product'; readonly factors: readonly Expression[] }
  | { readonly kind: 'quotient'; readonly numerator: Expression; readonly denominator: Expression }
  | { readonly kind: 'power'; readonly base: Expression; readonly exponent: Expression }
  | { readonly kind: 'negation'; readonly of: Expression }
  | { readonly kind: 'exponential'; readonly exponent: Expression }
  /** A function that spreadsheets know by name. */
  | { readonly kind: 'function'; readonly name: FunctionName; readonly arguments: readonly Expression[] }
  /** `then` where a > b, else `otherwise`. */
  | {
      readonly kind: 'conditional';
      readonly a: Expression;
      readonly b: Expression;
      readonly then: Expression;
      readonly otherwise: Expression;
    }
  /**
   * A term with a factor or numerator that makes it 0, whatever the rest: 0 · ln 0 counts as 0, as in information theory. People
   * write the term alone.
   */
  | { readonly kind: 'vanishing'; readonly factor: Expression; readonly term: Expression }
  /** A function with a symbol of its own, such as σ(x), that stands for its definition. */
  | {
      readonly kind: 'named';
      readonly symbol: string;
      readonly argument: Expression;
      readonly definition: Expression;
    };

/** In which row of the table a name is meant, seen from the formula's own. */
export type Row =
  /** So many rows further down: 0 is the formula's own, −1 the one above. */
  | number
  /** Always the same one: its iteration, counted from 0, and what people call it. */
  | { readonly k: number; readonly words: string }
  /** None: a cell outside the table, whose address is the name. */
  | 'outside';

/** A quantity as a formula mentions it: by its name, in a row. */
export interface Mention {
  readonly kind: 'symbol';
  readonly name: string;
  readonly row: Row;
}

/** Functions of numbers; `abs` is the size of one, `sign` is −1, 0 or 1, `floor` the largest whole number not above one, and `pi`, of none, is π. */
export type FunctionName = 'tanh' | 'ln' | 'sqrt' | 'abs' | 'sign' | 'max' | 'min' | 'cos' | 'floor' | 'pi';

/** A number; `text` is how people write it, such as ½, where that differs from its decimal form. */
export const number = (value: number, text?: string): Expression =>
  text === undefined ? { kind: 'number', value } : { kind: 'number', value, text };

/** A quantity by its name; in the formula's own row, unless another one is meant. */
export const symbol = (name: string, row: Row = 0): Mention => ({ kind: 'symbol', name, row });

/** A quantity of the row above. */
export const above = (name: string): Mention => symbol(name, -1);

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
export const square = (base: Expression): Expression => power(base, number(2));

/** xⁿ */
export const power = (base: Expression, exponent: Expression): Expression => ({ kind: 'power', base, exponent });

/** eˣ */
export const exponential = (exponent: Expression): Expression => ({ kind: 'exponential', exponent });

/** tanh x, ln x, √x, |x|, the sign of x, cos x, ⌊x⌋, π, or the largest or smallest of several numbers. */
export const apply = (name: FunctionName, ...of: readonly Expression[]): Expression => ({
  kind: 'function',
  name,
  arguments: of,
});

/** `then` where a > b, else `otherwise`. */
export const conditional = (a: Expression, b: Expression, then: Expression, otherwise: Expression): Expression => ({
  kind: 'conditional',
  a,
  b,
  then,
  otherwise,
});

/** A term that is 0 where this factor or numerator of it is 0. */
export const vanishing = (factor: Expression, term: Expression): Expression => ({ kind: 'vanishing', factor, term });

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

/** The number 0. */
export const ZERO = number(0);
