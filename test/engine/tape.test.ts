import { describe, expect, test } from 'vitest';
import { asCell, type Recorder, recordTape } from '../../src/engine/tape.ts';

/** Runs one operation on two numbers; says its value and its derivative by each. */
function run(
  operation: (tape: Recorder, a: number, b: number) => number,
  a: number,
  b = 0,
): { readonly value: number; readonly slopes: readonly [number, number] } {
  const { tape, nodes } = recordTape((recorder) => {
    const [x, y] = [recorder.variable(), recorder.variable()] as const;
    return { x, y, result: operation(recorder, x, y) };
  });
  tape.set(nodes.x, a);
  tape.set(nodes.y, b);
  tape.forward();
  tape.backward(nodes.result);
  return { value: tape.value(nodes.result), slopes: [tape.adjoint(nodes.x), tape.adjoint(nodes.y)] };
}

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
    [Number.POSITIVE_INFINITY, Number.NaN],
    [Number.NEGATIVE_INFINITY, Number.NaN],
    [Number.NaN, Number.NaN],
  ])('%d is %d', (value, cell) => {
    expect(asCell(value)).toBe(cell);
  });
});

describe('operations, their values and derivatives', () => {
  test.each([
    ['add', 3, 2, 5, [1, 1]],
    ['subtract', 3, 2, 1, [1, -1]],
    ['multiply', 3, 2, 6, [2, 3]],
    ['divide', 3, 2, 1.5, [0.5, -0.75]],
    ['multiply', MAX, 2, Number.NaN, [2, MAX]],
    ['add', MAX, MAX, Number.NaN, [1, 1]],
    ['subtract', -MAX, MAX, Number.NaN, [1, -1]],
    ['multiply', 1e-200, -1e-200, 0, [-1e-200, 1e-200]],
    ['multiply', -3, 0, 0, [0, -3]],
    ['divide', 1, 0, Number.NaN, [Number.NaN, Number.NaN]],
    ['divide', 0, 0, Number.NaN, [Number.NaN, Number.NaN]],
  ] as const)('%s %d, %d is %d with slopes %j', (operation, a, b, value, slopes) => {
    expect(run((tape, x, y) => tape[operation](x, y), a, b)).toEqual({ value, slopes });
  });

  test.each([
    ['negate', 3, -3, -1],
    ['negate', 0, 0, -1],
    ['exponential', 0, 1, 1],
    ['exponential', 709.7, Math.exp(709.7), Math.exp(709.7)],
    ['exponential', 710, Number.NaN, Number.NaN],
    ['exponential', -745, 0, 0],
    ['exponential', Number.NaN, Number.NaN, Number.NaN],
  ] as const)('%s %d is %d with slope %d', (operation, a, value, by) => {
    expect(run((tape, x) => tape[operation](x), a)).toEqual({ value, slopes: [by, 0] });
  });

  test('a number used twice has the sum of both slopes', () => {
    expect(run((tape, x) => tape.multiply(x, x), 3)).toEqual({ value: 9, slopes: [6, 0] });
  });

  test('constants keep their value and what has no value spoils all that follows', () => {
    expect(run((tape, x) => tape.add(tape.constant(7), tape.exponential(x)), 1000).value).toBeNaN();
    expect(run((tape, x) => tape.multiply(tape.constant(7), x), 3)).toEqual({ value: 21, slopes: [7, 0] });
  });
});

describe('a link of the chain rule', () => {
  const { tape, nodes } = recordTape((recorder) => {
    const x = recorder.variable();
    const square = recorder.multiply(x, x);
    return { x, square, result: recorder.multiply(square, square) };
  });
  tape.set(nodes.x, 2);
  tape.forward();
  tape.backward(nodes.result);

  test.each([
    ['result', 'x', 32],
    ['result', 'square', 8],
    ['square', 'x', 4],
    ['x', 'x', 1],
  ] as const)('∂%s/∂%s is %d', (of, by, value) => {
    expect(tape.derivative(nodes[of], nodes[by])).toBe(value);
  });

  test('leaves the adjoints as they are', () => {
    tape.derivative(nodes.square, nodes.x);
    expect([tape.adjoint(nodes.x), tape.adjoint(nodes.square), tape.adjoint(nodes.result)]).toEqual([32, 8, 1]);
  });
});
