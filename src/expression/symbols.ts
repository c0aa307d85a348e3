import type { Expression } from './tree.ts';

/** The names of the quantities in a formula, with its definitions written out; each as often as it stands there. */
export function symbolsIn(expression: Expression): readonly string[] {
  switch (expression.kind) {
    case 'number':
      return [];
    case 'symbol':
      return [expression.name];
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
