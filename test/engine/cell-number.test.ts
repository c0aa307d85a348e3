import { describe, expect, test } from 'vitest';
import {
  add,
  applied,
  asCell,
  DIV_0,
  divide,
  larger,
  multiply,
  NUM,
  negate,
  raise,
  subtract,
} from '../../src/engine/cell-number.ts';

const MAX = Number.MAX_VALUE;
const MIN = 2.2250738585072014e-308;

describe('a number as a cell holds it', () => {
  test.each([
    [1.5, 1.5],
    [MAX, MAX],
    [-MAX, -MAX],
    [MIN, MIN],
    [-MIN, -MIN],
    [MIN / 2, 0],
    [-MIN / 2, 0],
    [5e-324, 0],
    [-0, 0],
    [Number.POSITIVE_INFINITY, NUM],
    [Number.NEGATIVE_INFINITY, NUM],
    [Number.NaN, NUM],
  ])('%d is %d', (value, cell) => {
    expect(asCell(value)).toBe(cell);
  });
});

const operations = { add, subtract, multiply, divide, raise, larger };

// NaN is #NUM!, Infinity #DIV/0!.
describe('an operation on two cells', () => {
  test.each([
    ['add', 3, 2, 5],
    ['add', 0.1, -0.1, 0],
    ['add', MAX, MAX, NUM],
    ['add', -MAX, -MAX, NUM],
    ['add', 1.5 * MIN, -MIN, 0],
    ['subtract', 3, 2, 1],
    ['subtract', -MAX, MAX, NUM],
    ['subtract', 1.5 * MIN, MIN, 0],
    ['multiply', 3, 2, 6],
    ['multiply', -3, 0, 0],
    ['multiply', MAX, -2, NUM],
    ['multiply', 1e-200, -1e-200, 0],
    ['divide', 3, 2, 1.5],
    ['divide', 0, -3, 0],
    ['divide', 1, 0, DIV_0],
    ['divide', -1, 0, DIV_0],
    ['divide', 0, 0, DIV_0],
    ['divide', MAX, 0.5, NUM],
    ['divide', MIN, 4, 0],
    ['raise', 0.9, 3, 0.9 ** 3],
    ['raise', 2, -1, 0.5],
    ['raise', -8, 1 / 3, NUM],
    ['raise', 10, 400, NUM],
    ['raise', 0.1, 400, 0],
    ['larger', 3, 2, 3],
    ['larger', -3, -2, -2],
    ['larger', 2, 2, 2],
  ] as const)('%s %d, %d: %d', (operation, a, b, result) => {
    expect(operations[operation](a, b)).toBe(result);
  });

  test.each(
    Object.entries(operations).flatMap(([name, operation]) =>
      [
        [NUM, 2, NUM],
        [2, NUM, NUM],
        [DIV_0, 2, DIV_0],
        [2, DIV_0, DIV_0],
        [0, DIV_0, DIV_0],
        [NUM, DIV_0, NUM],
        [DIV_0, NUM, DIV_0],
        [DIV_0, DIV_0, DIV_0],
      ].map(([a, b, result]) => ({ name, operation, a, b, result })),
    ),
  )('$name $a, $b: the error on the left goes on, $result', ({ operation, a = 0, b = 0, result }) => {
    expect(operation(a, b)).toBe(result);
  });
});

describe('a function of one cell', () => {
  test.each([
    ['−x', negate, 3, -3],
    ['−x', negate, 0, 0],
    ['−x', negate, NUM, NUM],
    ['−x', negate, DIV_0, DIV_0],
    ['e^x', (x: number) => applied(Math.exp, x), 0, 1],
    ['e^x', (x: number) => applied(Math.exp, x), 710, NUM],
    ['e^x', (x: number) => applied(Math.exp, x), -745, 0],
    ['e^x', (x: number) => applied(Math.exp, x), DIV_0, DIV_0],
    ['√x', (x: number) => applied(Math.sqrt, x), 9, 3],
    ['√x', (x: number) => applied(Math.sqrt, x), -1, NUM],
    ['√x', (x: number) => applied(Math.sqrt, x), NUM, NUM],
    ['tanh x', (x: number) => applied(Math.tanh, x), 1e300, 1],
    ['tanh x', (x: number) => applied(Math.tanh, x), DIV_0, DIV_0],
  ] as const)('$0 of $2 is $3', (_, f, x, result) => {
    expect(f(x)).toBe(result);
  });
});
