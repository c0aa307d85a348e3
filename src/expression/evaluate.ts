import type { Expression, FunctionName, Row } from './tree.ts';

/**
 * Computes a formula in double precision. What has no value in a cell, such as 1 / 0 or e^1000, is NaN, and so is all that is computed
 * from it.
 *
 * @param numberOf gives each name its number in a row
 */
export function evaluate(expression: Expression, numberOf: (name: string, row: Row) => number): number {
  const value = (node: Expression): number => {
    const result = compute(node);
    return Number.isFinite(result) ? result : Number.NaN;
  };
  const compute = (node: Expression): number => {
    switch (node.kind) {
      case 'number':
        return node.value;
      case 'symbol':
        return numberOf(node.name, node.row);
      case 'sum':
        return node.terms.reduce((total, term) => total + value(term), 0);
      case 'product':
        return node.factors.reduce((total, factor) => total * value(factor), 1);
      case 'quotient':
        return value(node.numerator) / value(node.denominator);
      case 'power':
        return value(node.base) ** value(node.exponent);
      case 'negation':
        return -value(node.of);
      case 'exponential':
        return Math.exp(value(node.exponent));
      case 'function':
        return functions[node.name](...node.arguments.map(value));
      case 'conditional': {
        const [a, b] = [value(node.a), value(node.b)];
        return Number.isNaN(a + b) ? Number.NaN : value(a > b ? node.then : node.otherwise);
      }
      case 'vanishing':
        return value(node.factor) === 0 ? 0 : value(node.term);
      case 'named':
        return value(node.definition);
    }
  };
  return value(expression);
}

/** What every function makes of numbers. */
export const functions: Readonly<Record<FunctionName, (...of: number[]) => number>> = {
  tanh: Math.tanh,
  ln: Math.log,
  sqrt: Math.sqrt,
  abs: Math.abs,
  sign: Math.sign,
  max: Math.max,
  min: Math.min,
  cos: Math.cos,
  floor: Math.floor,
  pi: () => Math.PI,
};
