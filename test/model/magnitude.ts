import { evaluate } from '../../src/expression/evaluate.ts';
import type { Expression, Row } from '../../src/expression/tree.ts';

/**
 * What a formula would give if nothing in it took away from anything else: the measure of what rounding can do to its number. A sum of
 * 1 and −0.999 has the rounding of 1.999.
 */
export function magnitude(expression: Expression, numberOf: (name: string, row: Row) => number): number {
  const size = (node: Expression): number => {
    switch (node.kind) {
      case 'sum':
        return node.terms.reduce((total, term) => total + size(term), 0);
      case 'product':
        return node.factors.reduce((total, factor) => total * size(factor), 1);
      case 'quotient':
        return size(node.numerator) / Math.abs(evaluate(node.denominator, numberOf));
      case 'power':
        return size(node.base) ** evaluate(node.exponent, numberOf);
      case 'negation':
        return size(node.of);
      case 'vanishing':
        return evaluate(node.factor, numberOf) === 0 ? 0 : size(node.term);
      case 'named':
        return size(node.definition);
      default:
        return Math.abs(evaluate(node, numberOf));
    }
  };
  return size(expression);
}
