import {
  apply,
  conditional,
  difference,
  type Expression,
  exponential,
  negation,
  number,
  power,
  product,
  quotient,
  sum,
} from '../../expression/tree.ts';
import type { Place } from '../file/address.ts';
import { type Ast, type Reference, targetOf } from './ast.ts';
import { cellsOf } from './calculate.ts';

/** Gives a reference its meaning in symbols: a quantity, or the formula of the cell that it points to. */
export type Meaning = (reference: Reference, target: Place) => Expression | undefined;

/**
 * Reads a cell's formula as one in symbols.
 *
 * @param at the cell that holds the formula
 * @returns undefined where it uses what no formula of this exercise needs
 */
export function translated(ast: Ast, at: Place, meaning: Meaning): Expression | undefined {
  const read = (node: Ast): Expression | undefined => translated(node, at, meaning);
  const all = (nodes: readonly Ast[]): readonly Expression[] | undefined => {
    const spread = nodes.flatMap((node): readonly (Expression | undefined)[] =>
      node.kind === 'range' ? (cellsOf(node.from, node.to)?.slice(0, 500).map(read) ?? [undefined]) : [read(node)],
    );
    const known = spread.filter((each) => each !== undefined);
    return known.length === spread.length ? known : undefined;
  };
  const both = (a: Ast, b: Ast, join: (x: Expression, y: Expression) => Expression): Expression | undefined => {
    const [x, y] = [read(a), read(b)];
    return x === undefined || y === undefined ? undefined : join(x, y);
  };
  switch (ast.kind) {
    case 'number':
      return number(ast.value);
    case 'cell':
      return meaning(ast, targetOf(ast, at));
    case 'sign': {
      const of = read(ast.of);
      return of === undefined ? undefined : negation(of);
    }
    case 'percent': {
      const of = read(ast.of);
      return of === undefined ? undefined : quotient(of, number(100));
    }
    case 'binary':
      switch (ast.operator) {
        case '+':
          return both(ast.left, ast.right, sum);
        case '-':
          return both(ast.left, ast.right, difference);
        case '*':
          return both(ast.left, ast.right, product);
        case '/':
          return both(ast.left, ast.right, quotient);
        case '^':
          return both(ast.left, ast.right, power);
        default:
          return undefined;
      }
    case 'call':
      return call(ast, read, all);
    case 'text':
    case 'name':
    case 'range':
      return undefined;
  }
}

function call(
  { name, of }: Extract<Ast, { kind: 'call' }>,
  read: (node: Ast) => Expression | undefined,
  all: (nodes: readonly Ast[]) => readonly Expression[] | undefined,
): Expression | undefined {
  if (name === 'SUMPRODUCT') {
    const lists = of.map((each) => all([each]));
    const [first] = lists;
    return first === undefined || lists.some((list) => list?.length !== first.length)
      ? undefined
      : sum(...first.map((_, k) => product(...lists.flatMap((list) => list?.slice(k, k + 1) ?? []))));
  }
  if (name === 'IF') return choice(of, read);
  const parts = all(of);
  const [x, y] = parts ?? [];
  if (parts === undefined || x === undefined) return undefined;
  switch (name) {
    case 'EXP':
      return exponential(x);
    case 'SQRT':
      return apply('sqrt', x);
    case 'LN':
      return apply('ln', x);
    case 'TANH':
      return apply('tanh', x);
    case 'MAX':
      return apply('max', ...parts);
    case 'POWER':
      return y === undefined ? undefined : power(x, y);
    case 'SUM':
      return sum(...parts);
    case 'PRODUCT':
      return product(...parts);
    case 'SUMSQ':
      return sum(...parts.map((part) => power(part, number(2))));
    case 'AVERAGE':
      return quotient(sum(...parts), number(parts.length));
    default:
      return undefined;
  }
}

function choice(
  [test, then, otherwise]: readonly Ast[],
  read: (node: Ast) => Expression | undefined,
): Expression | undefined {
  if (test?.kind !== 'binary' || then === undefined || otherwise === undefined) return undefined;
  const [a, b, x, y] = [test.left, test.right, then, otherwise].map(read);
  if (a === undefined || b === undefined || x === undefined || y === undefined) return undefined;
  if (test.operator === '>') return conditional(a, b, x, y);
  return test.operator === '<' ? conditional(b, a, x, y) : undefined;
}
