import { describe, expect, test } from 'vitest';
import { DIV_0, NUM } from '../../src/engine/cell-number.ts';
import { type Recorder, recordTape, type Tape } from '../../src/engine/tape.ts';

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
  tape.values.set([a, b], nodes.x);
  tape.forward();
  const adjoint = adjointsOf(tape, nodes.result);
  return { value: tape.values[nodes.result] ?? Number.NaN, slopes: [adjoint(nodes.x), adjoint(nodes.y)] };
}

/** The derivative of a result by any node, from one on. */
function adjointsOf(tape: Tape, result: number, from = 0): (node: number) => number {
  const adjoints = new Float64Array(tape.values.length);
  tape.backward(result, from).sweep(adjoints);
  return (node) => adjoints[node] ?? Number.NaN;
}

const MAX = Number.MAX_VALUE;

describe('operations, their values and derivatives', () => {
  // NaN is #NUM!, Infinity #DIV/0!.
  test.each([
    ['add', 3, 2, 5, [1, 1]],
    ['add', MAX, MAX, NUM, [1, 1]],
    ['add', DIV_0, NUM, DIV_0, [1, 1]],
    ['subtract', 3, 2, 1, [1, -1]],
    ['subtract', -MAX, MAX, NUM, [1, -1]],
    ['multiply', 3, 2, 6, [2, 3]],
    ['multiply', MAX, 2, NUM, [2, MAX]],
    ['multiply', 1e-200, -1e-200, 0, [-1e-200, 1e-200]],
    ['multiply', -3, 0, 0, [0, -3]],
    ['multiply', DIV_0, NUM, DIV_0, [NUM, DIV_0]],
    ['divide', 3, 2, 1.5, [0.5, -0.75]],
    ['divide', 1, 0, DIV_0, [DIV_0, DIV_0]],
    ['divide', 0, 0, DIV_0, [DIV_0, DIV_0]],
    ['divide', 1, NUM, NUM, [NUM, NUM]],
    ['leaky', 3, 0.1, 3, [1, 0]],
    ['leaky', -3, 0.1, -0.30000000000000004, [0.1, 0]],
    ['leaky', 0, 0.1, 0, [0.1, 0]],
    ['leaky', -3, 0, 0, [0, 0]],
    ['leaky', NUM, 0.1, NUM, [NUM, 0]],
    ['leaky', DIV_0, 0.1, DIV_0, [DIV_0, 0]],
    ['largest', 3, 2, 3, [0, 0]],
    ['largest', -3, 2, 2, [0, 0]],
    ['largest', 2, DIV_0, DIV_0, [0, 0]],
    ['largest', NUM, DIV_0, NUM, [0, 0]],
    ['weightedLog', 2, Math.E, 2, [0, 2 / Math.E]],
    ['weightedLog', 0.5, 1, 0, [0, 0.5]],
    ['weightedLog', 0, 3, 0, [0, 0]],
    ['weightedLog', 0, 0, 0, [0, 0]],
    ['weightedLog', 0, NUM, 0, [0, 0]],
    ['weightedLog', 1, 0, NUM, [0, DIV_0]],
    ['weightedLog', 1, -1, NUM, [0, -1]],
    ['weightedLog', 1, DIV_0, DIV_0, [0, DIV_0]],
  ] as const)('%s %d, %d is %d with slopes %j', (operation, a, b, value, slopes) => {
    expect(run((tape, x, y) => tape[operation](x, y), a, b)).toEqual({ value, slopes });
  });

  test.each([
    ['negate', 3, -3, -1],
    ['negate', 0, 0, -1],
    ['exponential', 0, 1, 1],
    ['exponential', 709.7, Math.exp(709.7), Math.exp(709.7)],
    ['exponential', 710, NUM, NUM],
    ['exponential', -745, 0, 0],
    ['exponential', NUM, NUM, NUM],
    ['exponential', DIV_0, DIV_0, DIV_0],
    ['sigmoid', 0, 0.5, 0.25],
    ['sigmoid', 40, 1, 0],
    ['sigmoid', -700, 1 / Math.exp(700), 1 / Math.exp(700)],
    ['sigmoid', -709, 0, 0],
    ['sigmoid', -710, NUM, NUM],
    ['sigmoid', DIV_0, DIV_0, DIV_0],
    ['tanh', 0, 0, 1],
    ['tanh', 0.5, Math.tanh(0.5), 1 - Math.tanh(0.5) ** 2],
    ['tanh', -800, -1, 0],
    ['tanh', NUM, NUM, NUM],
    ['tanh', DIV_0, DIV_0, DIV_0],
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
  tape.values[nodes.x] = 2;
  tape.forward();

  test.each([
    ['result', 'x', 32],
    ['result', 'square', 8],
    ['square', 'x', 4],
    ['x', 'x', 1],
  ] as const)('∂%s/∂%s is %d', (of, by, value) => {
    expect(adjointsOf(tape, nodes[of], nodes[by])(nodes[by])).toBe(value);
  });
});
