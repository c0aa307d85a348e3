import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { evaluate } from '../../src/expression/evaluate.ts';
import { type Expression, symbol } from '../../src/expression/tree.ts';
import { type Activation, activations } from '../../src/model/activation/index.ts';
import { losses } from '../../src/model/loss/index.ts';
import { slope } from '../helpers/numbers.ts';

type Numbers = Readonly<Record<string, number>>;

const resultOf = (tree: Expression, values: Numbers): number => evaluate(tree, (name) => values[name] ?? Number.NaN);
const between = ([min, max]: readonly [number, number]): fc.Arbitrary<number> => fc.double({ min, max, noNaN: true });

const UNITS = [0, 1, 2] as const;
const layer = {
  netInputs: UNITS.map((u) => symbol(`x${u}`)),
  activations: UNITS.map((u) => symbol(`a${u}`)),
  slope: symbol('slope'),
  largest: symbol('largest'),
};

/** A layer of three units with these net inputs: what its formulas start from. */
function numbersOf({ value }: Activation, netInputs: readonly number[], slopeBelow: number): Numbers {
  const given = {
    ...Object.fromEntries(netInputs.map((x, u) => [`x${u}`, x])),
    slope: slopeBelow,
    largest: Math.max(...netInputs),
  };
  return { ...given, ...Object.fromEntries(UNITS.map((u) => [`a${u}`, resultOf(value(layer, u), given)])) };
}

/** How far ∂a/∂x, as it is shown, is from what a small step of x does to a. */
function off(activation: Activation, netInputs: readonly number[], slopeBelow: number, unit: number, by: number) {
  const at = (step: number): Numbers =>
    numbersOf(
      activation,
      netInputs.map((x, u) => (u === by ? x + step : x)),
      slopeBelow,
    );
  const shown = activation.joint || unit === by ? resultOf(activation.derivative(layer, unit, by), at(0)) : 0;
  return Math.abs(shown - slope((step) => at(step)[`a${unit}`] ?? Number.NaN));
}

/** Every pair of an activation and a net input of the layer. */
const pairs = UNITS.flatMap((unit) => UNITS.map((by) => [unit, by] as const));

/** The steps by which slopes are measured reach so far, so that they must not go over a kink. */
const REACH = 2e-3;

// Measured on 150,000 layers: 6e-13 for the functions that stay between −1 and 1, 5e-12 for the others, whose numbers reach 30.
describe('every derivative of an activation that is shown is the slope of its function:', () => {
  test.each(Object.entries(activations))('%s', (_, activation) => {
    const isAbove = (x: number): boolean => {
      const sides = activation.bend?.(symbol('x')).map((side) => resultOf(side, { x }));
      return sides !== undefined && (sides[0] ?? 0) > (sides[1] ?? 0);
    };
    const netInput = between([-20, 20]).filter((x) => isAbove(x - REACH) === isAbove(x + REACH));
    fc.assert(
      fc.property(fc.tuple(netInput, netInput, netInput), between([-1.5, 1.5]), (netInputs, slopeBelow) => {
        for (const [unit, by] of pairs) expect(off(activation, netInputs, slopeBelow, unit, by)).toBeLessThan(2e-11);
      }),
      { numRuns: 300 },
    );
  });

  test.each([
    ['relu', 0, 0],
    ['leaky-relu', 0, -0.7],
    ['elu', 0, 1],
    ['hard-sigmoid', -3, 0],
    ['hard-sigmoid', 3, 0],
  ] as const)('%s has at its bend %d the slope %d, as PyTorch says', (name, at, expected) => {
    const numbers = numbersOf(activations[name], [at, 0, 0], -0.7);
    expect(resultOf(activations[name].derivative(layer, 0, 0), numbers)).toBe(expected);
  });

  test.each([
    ['elu', [-1, 0], [800, 1]],
    ['softplus', [0, 0], [800, 1]],
    ['silu', [0, 0], [800, 1]],
    ['gelu', [0, 0], [800, 1]],
    ['hard-sigmoid', [0, 0], [1, 0]],
  ] as const)('%s is %j with its slope at −800, and %j at 800', (name, ...expected) => {
    for (const [k, x] of [-800, 800].entries()) {
      const numbers = numbersOf(activations[name], [x, x, x], 0);
      const found = [numbers.a0, resultOf(activations[name].derivative(layer, 0, 0), numbers)];
      expect(found.map((value) => (value ?? Number.NaN) + 0)).toEqual(expected[k]);
    }
  });

  test('a wrong one would be found', () => {
    const wrong: Activation = {
      ...activations.softmax,
      derivative: (of, unit) => activations.softmax.derivative(of, unit, unit),
    };
    expect(off(activations.softmax, [1, 0.5, -1], 0, 0, 1)).toBeLessThan(2e-11);
    expect(off(wrong, [1, 0.5, -1], 0, 0, 1)).toBeGreaterThan(0.01);
  });
});

// Measured on a million points: 2e-12 for the squares; 2.5e-9 for the logarithms, which the steps follow less well where they are steep.
describe('every derivative of a loss that is shown is the slope of its function:', () => {
  const [t, a] = [symbol('t'), symbol('a')];

  test.each([
    ['half-squared-error', [-2, 2], [-2, 2], 2e-11],
    ['mean-squared-error', [-2, 2], [-2, 2], 2e-11],
    ['mean-absolute-error', [-2, 2], [-2, 2], 2e-11],
    ['huber', [-2, 2], [-2, 2], 2e-11],
    ['hinge', [-1, 1], [-2, 2], 2e-11],
    ['binary-cross-entropy', [0, 1], [0.2, 0.8], 1e-8],
    ['cross-entropy', [0, 1], [0.2, 0.8], 1e-8],
  ] as const)('%s, targets in %j and outputs in %j', (name, targets, outputs, tolerance) => {
    const { error, derivative, bend } = losses[name];
    const isAbove = (target: number, output: number): boolean => {
      const sides = bend?.(t, a).map((side) => resultOf(side, { t: target, a: output }));
      return sides !== undefined && (sides[0] ?? 0) > (sides[1] ?? 0);
    };
    fc.assert(
      fc.property(between(targets), between(outputs), (target, output) => {
        fc.pre(isAbove(target, output - REACH) === isAbove(target, output + REACH));
        const f = (step: number): number => resultOf(error(t, a), { t: target, a: output + step });
        expect(Math.abs(resultOf(derivative(t, a), { t: target, a: output }) - slope(f))).toBeLessThan(tolerance);
      }),
      { numRuns: 300 },
    );
  });

  test('all losses are in the table', () => {
    expect(Object.keys(losses)).toHaveLength(7);
  });

  test.each([
    ['binary-cross-entropy', 0, 0, 0, 1],
    ['binary-cross-entropy', 1, 1, 0, -1],
    ['cross-entropy', 0, 0, 0, 0],
    ['cross-entropy', 1, 1, 0, -1],
    ['binary-cross-entropy', 1, 0, Number.NaN, Number.NaN],
    ['cross-entropy', 1, 0, Number.NaN, Number.NaN],
    ['mean-absolute-error', 0.3, 0.3, 0, 0],
    ['huber', 0, -1, 0.5, -1],
    ['huber', 0, 3, 2.5, 1],
    ['hinge', -1, -1, 0, 0],
    ['hinge', -1, 2, 3, 1],
    ['hinge', 1, 0, 1, -1],
  ] as const)('%s of target %d and output %d is %d, its slope %d', (name, target, output, error, derivative) => {
    const numbers = { t: target, a: output };
    expect(resultOf(losses[name].error(t, a), numbers) + 0).toBe(error);
    expect(resultOf(losses[name].derivative(t, a), numbers) + 0).toBe(derivative);
  });
});
