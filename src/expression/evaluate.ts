import type { Expression } from './tree.ts';

/** Computes a formula in double precision. @param numberOf gives each symbol its number */
export function evaluate(expression: Expression, numberOf: (name: string) => number): number {
  const value = (node: Expression): number => {
    switch (node.kind) {
      case 'number':
        return node.value;
      case 'symbol':
        return numberOf(node.name);
      case 'sum':
        return node.terms.reduce((total, term) => total + value(term), 0);
      case 'product':
        return node.factors.reduce((total, factor) => total * value(factor), 1);
      case 'quotient':
        return value(node.numerator) / value(node.denominator);
      case 'power':
        return value(node.base) ** node.exponent;
      case 'negation':
        return -value(node.of);
      case 'exponential':
        return Math.exp(value(node.exponent));
      case 'named':
        return value(node.definition);
    }
  };
  return value(expression);
}
