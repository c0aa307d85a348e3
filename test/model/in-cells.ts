import { add, applied, divide, larger, multiply, NUM, negate, raise } from '../../src/engine/cell-number.ts';
import type { Expression, FunctionName, Row } from '../../src/expression/tree.ts';

/**
 * What a cell makes of a formula, its error too: positive infinity stands for #DIV/0!, NaN for #NUM!. Of several errors the first goes
 * on, as spreadsheets compute from left to right.
 */
export function inCells(expression: Expression, numberOf: (name: string, row: Row) => number): number {
  const value = (node: Expression): number => {
    switch (node.kind) {
      case 'number':
        return node.value;
      case 'symbol':
        return numberOf(node.name, node.row);
      case 'sum':
        return node.terms.map(value).reduce(add);
      case 'product':
        return node.factors.map(value).reduce(multiply);
      case 'quotient':
        return divide(value(node.numerator), value(node.denominator));
      case 'power':
        return raise(value(node.base), value(node.exponent));
      case 'negation':
        return negate(value(node.of));
      case 'exponential':
        return applied(Math.exp, value(node.exponent));
      case 'function':
        return functions[node.name](node.arguments.map(value));
      case 'conditional': {
        const [a, b] = [value(node.a), value(node.b)];
        const error = [a, b].find((each) => !Number.isFinite(each));
        return error ?? value(a > b ? node.then : node.otherwise);
      }
      case 'vanishing': {
        const factor = value(node.factor);
        return !Number.isFinite(factor) || factor === 0 ? factor : value(node.term);
      }
      case 'named':
        return value(node.definition);
    }
  };
  return value(expression);
}

const only =
  (f: (x: number) => number) =>
  ([x = NUM]: readonly number[]): number =>
    applied(f, x);

const functions: Readonly<Record<FunctionName, (of: readonly number[]) => number>> = {
  tanh: only(Math.tanh),
  ln: only(Math.log),
  sqrt: only(Math.sqrt),
  abs: only(Math.abs),
  sign: only(Math.sign),
  max: (of) => of.reduce(larger),
  min: (of) => negate(of.map(negate).reduce(larger)),
  cos: only(Math.cos),
  floor: only(Math.floor),
  pi: () => Math.PI,
};
