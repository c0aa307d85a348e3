import type { Expression, FunctionName, Row } from './tree.ts';

/** The levels at which operators bind, weakest first; what binds weaker than its surroundings gets parentheses. */
export type Level = 'conditional' | 'sum' | 'product' | 'negation' | 'power' | 'atom';

/** How one notation writes the parts of a formula. */
export interface Notation {
  /** From weakest to strongest: −x² means −(x²) to people, but (−x)² to a spreadsheet. */
  readonly levels: readonly Level[];
  readonly plus: string;
  readonly minus: string;
  /** The sign of a negative number or negated term. */
  readonly sign: string;
  /** What stands between two factors; `fraction` when the first is one such as ½. */
  times(before: string, after: string, fraction: boolean): string;
  /** What stands between dividend and divisor, or a fraction with a bar, which groups its parts without parentheses. */
  readonly dividedBy: string | ((numerator: string, denominator: string) => string);
  /** Parentheses around a part. */
  group(text: string): string;
  /** A sum of written terms, all but the first with plus or minus before them; side by side unless given. */
  sum?(terms: readonly string[]): string;
  number(value: number, text: string | undefined): string;
  symbol(name: string, row: Row): string;
  /** @param grouped the exponent, in parentheses unless it is an atom; `exponent` without */
  power(base: string, exponent: string, grouped: string): string;
  /** How eˣ is written, and how strongly that binds. */
  exponential(exponent: string): string;
  function(name: FunctionName, of: readonly string[]): string;
  /** `then` where a > b, else `otherwise`; at the level of an atom where the notation closes it. */
  conditional(a: string, b: string, then: string, otherwise: string): string;
  /** A term that is 0 where the factor is; undefined to write the term alone. */
  vanishing(factor: string, term: string): string | undefined;
  /** f(x): by its symbol, or undefined to write out the definition. */
  named(symbol: string, argument: string): string | undefined;
}

/** Prints a formula in a notation, with no more parentheses than the notation's levels ask for. */
export function print(expression: Expression, notation: Notation): string {
  const { sum = (terms) => terms.join('') } = notation;
  const rank = (level: Level): number => notation.levels.indexOf(level);
  const within = (inner: Expression, level: Level, strict = false): string => {
    const text = write(inner);
    const own = rank(levelOf(inner, notation));
    return own < rank(level) || (strict && own === rank(level)) ? notation.group(text) : text;
  };
  const write = (node: Expression): string => {
    switch (node.kind) {
      case 'number':
        return notation.number(node.value, node.text);
      case 'symbol':
        return notation.symbol(node.name, node.row);
      case 'sum':
        return sum(node.terms.map((term, k) => writeTerm(term, k)));
      case 'product':
        return writeProduct(node.factors);
      case 'quotient':
        return writeQuotient(node.numerator, node.denominator);
      case 'power':
        return notation.power(
          within(node.base, 'power', true),
          write(node.exponent),
          within(node.exponent, 'power', true),
        );
      case 'negation':
        return notation.sign + within(node.of, 'negation', true);
      case 'exponential':
        return notation.exponential(write(node.exponent));
      case 'function':
        return notation.function(node.name, node.arguments.map(writePart));
      case 'conditional':
        return notation.conditional(
          writePart(node.a),
          writePart(node.b),
          writePart(node.then),
          writePart(node.otherwise),
        );
      case 'vanishing':
        return notation.vanishing(write(node.factor), write(node.term)) ?? write(node.term);
      case 'named':
        return notation.named(node.symbol, write(node.argument)) ?? write(node.definition);
    }
  };
  // Between commas and words, only what has commas and words itself needs parentheses.
  const writePart = (part: Expression): string => within(part, 'sum');
  const writeTerm = (term: Expression, k: number): string => {
    if (k > 0 && term.kind === 'negation') return notation.minus + within(term.of, 'sum', true);
    return (k > 0 ? notation.plus : '') + within(term, 'sum', true);
  };
  const writeQuotient = (numerator: Expression, denominator: Expression): string => {
    const { dividedBy } = notation;
    if (typeof dividedBy !== 'string') return dividedBy(write(numerator), write(denominator));
    return within(numerator, 'product') + dividedBy + within(denominator, 'product', true);
  };
  // A sign inside a product reads as a minus unless it leads; a quotient keeps its own parentheses so that rounding stays as stated.
  const writeFactor = (factor: Expression, k: number): string => {
    const level = levelOf(factor, notation);
    return k > 0 && (level === 'negation' || (isQuotient(factor) && level === 'product'))
      ? notation.group(write(factor))
      : within(factor, 'product');
  };
  const writeProduct = (factors: readonly Expression[]): string => {
    const texts = factors.map((factor, k) => writeFactor(factor, k));
    return texts.reduce((before, after, k) => {
      const factor = factors[k - 1];
      return before + notation.times(before, after, factor?.kind === 'number' && factor.text !== undefined) + after;
    });
  };
  return write(expression);
}

function levelOf(expression: Expression, notation: Notation): Level {
  switch (expression.kind) {
    case 'number':
      return expression.value < 0 ? 'negation' : 'atom';
    case 'sum':
      return 'sum';
    case 'product':
      return 'product';
    case 'quotient':
      return typeof notation.dividedBy === 'string' ? 'product' : 'atom';
    case 'power':
      return 'power';
    case 'negation':
      return 'negation';
    case 'named':
      return notation.named(expression.symbol, '') === undefined ? levelOf(expression.definition, notation) : 'atom';
    case 'conditional':
      return notation.levels.includes('conditional') ? 'conditional' : 'atom';
    case 'vanishing':
      return notation.vanishing('', '') === undefined ? levelOf(expression.term, notation) : 'atom';
    case 'symbol':
    case 'exponential':
    case 'function':
      return 'atom';
  }
}

/** Whether a quotient is what gets written, which a sign before it or a vanishing numerator does not change. */
const isQuotient = (node: Expression): boolean =>
  node.kind === 'quotient' || (node.kind === 'vanishing' && isQuotient(node.term));
