import {
  apply,
  conditional,
  type Expression,
  exponential,
  negation,
  number,
  power,
  product,
  quotient,
  sum,
} from '../../expression/tree.ts';
import type { Budget } from '../budget.ts';
import type { CellPosition } from '../file/address.ts';
import { type Ast, areaOf, astSize, type Binary, cellsOf, chainOf, type Reference, targetOf } from './ast.ts';

/** Gives a reference its meaning in symbols: a quantity, or the formula of the cell that it points to. */
export type Meaning = (reference: Reference, target: CellPosition) => Expression | undefined;

/** Cells of one range; a formula of more is none of this exercise. */
const MOST_CELLS = 500;

/**
 * Reads a cell's formula as one in symbols.
 *
 * @param at the cell that holds the formula
 * @param budget what every part of it takes from; where the meaning of a reference is again such a formula, theirs too
 * @returns undefined where it uses what no formula of this exercise needs, or the budget is used up
 */
export function translated(ast: Ast, at: CellPosition, meaning: Meaning, budget?: Budget): Expression | undefined {
  const read = (node: Ast): Expression | undefined => translated(node, at, meaning, budget);
  const all = (nodes: readonly Ast[]): readonly Expression[] | undefined => {
    const parts: Expression[] = [];
    for (const node of nodes) {
      if (node.kind === 'range' && astSize(areaOf(node, at)) > MOST_CELLS) return undefined;
      for (const each of node.kind === 'range' ? cellsOf(node, at) : [node]) {
        const part = read(each);
        if (part === undefined) return undefined;
        parts.push(part);
      }
    }
    return parts;
  };
  if (budget?.take(1) === false) return undefined;
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
      return chained(ast, read);
    case 'call':
      return call(ast, read, all);
    case 'text':
    case 'boolean':
    case 'error':
    case 'name':
    case 'range':
      return undefined;
  }
}

/** A chain of operators from its left end; sums and products of many terms become one. */
function chained(ast: Binary, read: (node: Ast) => Expression | undefined): Expression | undefined {
  const { first, rest } = chainOf(ast);
  let left = read(first);
  let parts: Expression[] = [];
  let run: 'sum' | 'product' | undefined;
  const whole = (): Expression | undefined => {
    if (left === undefined || run === undefined) return left;
    return run === 'sum' ? sum(left, ...parts) : product(left, ...parts);
  };
  for (const { operator, right } of rest) {
    const of = read(right);
    if (left === undefined || of === undefined) return undefined;
    const kind = operator === '+' || operator === '-' ? 'sum' : operator === '*' ? 'product' : undefined;
    if (kind === undefined || kind !== run) {
      left = whole();
      [parts, run] = [[], kind];
    }
    if (left === undefined) return undefined;
    if (kind !== undefined) parts.push(operator === '-' ? negation(of) : of);
    else if (operator === '/') left = quotient(left, of);
    else if (operator === '^') left = power(left, of);
    else return undefined;
  }
  return whole();
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
  if (name === 'PI') return apply('pi');
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
    case 'COS':
      return apply('cos', x);
    // Of numbers that are not negative, as those of iterations are, it is the same.
    case 'TRUNC':
    case 'INT':
      return apply('floor', x);
    case 'ABS':
      return apply('abs', x);
    case 'SIGN':
      return apply('sign', x);
    case 'MAX':
      return apply('max', ...parts);
    case 'MIN':
      return apply('min', ...parts);
    // A rounded formula means what it rounds.
    case 'ROUND':
      return x;
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
  switch (test.operator) {
    case '>':
      return conditional(a, b, x, y);
    case '<':
      return conditional(b, a, x, y);
    case '<=':
      return conditional(a, b, y, x);
    case '>=':
      return conditional(b, a, y, x);
    default:
      return undefined;
  }
}
