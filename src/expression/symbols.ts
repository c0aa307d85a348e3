import type { Expression, Mention } from './tree.ts';

/** The quantities that a formula mentions, with its definitions written out; each as often as it stands there. */
export function symbolsIn(expression: Expression): readonly Mention[] {
  switch (expression.kind) {
    case 'number':
      return [];
    case 'symbol':
      return [expression];
    case 'sum':
      return expression.terms.flatMap(symbolsIn);
    case 'product':
      return expression.factors.flatMap(symbolsIn);
    case 'quotient':
      return [expression.numerator, expression.denominator].flatMap(symbolsIn);
    case 'power':
      return [expression.base, expression.exponent].flatMap(symbolsIn);
    case 'negation':
      return symbolsIn(expression.of);
    case 'exponential':
      return symbolsIn(expression.exponent);
    case 'function':
      return expression.arguments.flatMap(symbolsIn);
    case 'conditional':
      return [expression.a, expression.b, expression.then, expression.otherwise].flatMap(symbolsIn);
    case 'vanishing':
      return [expression.factor, expression.term].flatMap(symbolsIn);
    case 'named':
      return symbolsIn(expression.definition);
  }
}

/** The same, each of them once. */
export function distinctSymbols(expression: Expression): readonly Mention[] {
  return [...new Map(symbolsIn(expression).map((mention) => [keyOf(mention), mention])).values()];
}

/** A text that no other mention has. */
export function keyOf({ name, row }: Pick<Mention, 'name' | 'row'>): string {
  if (row === 0) return name;
  if (row === -1) return `old ${name}`;
  if (row === 'outside') return `cell ${name}`;
  return typeof row === 'number' ? `shift ${row} ${name}` : `at ${row.k} ${row.words} ${name}`;
}
