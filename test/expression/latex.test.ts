import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { evaluate } from '../../src/expression/evaluate.ts';
import { latexFactor, latexFormula, latexName, latexNotation, latexNumber } from '../../src/expression/latex.ts';
import {
  difference,
  type Expression,
  exponential,
  HALF,
  named,
  negation,
  number,
  ONE,
  product,
  quotient,
  square,
  sum,
  symbol,
} from '../../src/expression/tree.ts';
import { computeLatex, type Interval, meet } from '../explain/latex-interval.ts';

const [a, b, c] = [symbol('a'), symbol('b'), symbol('c')];
const slope = symbol('∂E/∂w1');

describe('a name in LaTeX', () => {
  test.each([
    ['w1', 'w_1'],
    ['w10', 'w_{10}'],
    ['h2_1', 'h_{2,1}'],
    ['a_h1', 'a_{h1}'],
    ['a_h2_1', 'a_{h2,1}'],
    ['E', 'E'],
    ['E2', 'E_2'],
    ['E_total', 'E_{\\mathrm{total}}'],
    ['η', '\\eta'],
    ['∂E/∂w1', '\\frac{\\partial E}{\\partial w_1}'],
    ['∂a_o1/∂o1', '\\frac{\\partial a_{o1}}{\\partial o_1}'],
    ['new w10', 'w_{10}^{\\mathrm{new}}'],
    ['bias', '\\mathrm{bias}'],
  ])('%s: %s', (name, latex) => {
    expect(latexName(name)).toBe(latex);
  });
});

describe('a number in LaTeX, alone and in place of a symbol', () => {
  test.each([
    [0, '0', '0'],
    [0.5, '0.5', '0.5'],
    [-0.25, '-0.25', '(-0.25)'],
    [1 / 3, '0.333333', '0.333333'],
    [123456.7, '123457', '123457'],
    [999999.7, '1 \\cdot 10^{6}', '(1 \\cdot 10^{6})'],
    [0.0001, '0.0001', '0.0001'],
    [0.00009999999, '0.0001', '0.0001'],
    [0.0000123456789, '1.23457 \\cdot 10^{-5}', '(1.23457 \\cdot 10^{-5})'],
    [1.5e-7, '1.5 \\cdot 10^{-7}', '(1.5 \\cdot 10^{-7})'],
    [-2e30, '-2 \\cdot 10^{30}', '(-2 \\cdot 10^{30})'],
    [Number.NaN, '\\#\\mathrm{NUM!}', '\\#\\mathrm{NUM!}'],
  ])('%s: %s, %s', (value, alone, inPlace) => {
    expect([latexNumber(value), latexFactor(value)]).toEqual([alone, inPlace]);
  });
});

describe('a formula in LaTeX', () => {
  test.each([
    ['a + b - c', sum(a, b, negation(c))],
    ['a - (b - c)', difference(a, difference(b, c))],
    ['a \\cdot (1 - a)', product(a, difference(ONE, a))],
    ['a \\cdot (-b)', product(a, negation(b))],
    ['\\tfrac{1}{2} (a - b)^2', product(HALF, square(difference(a, b)))],
    ['\\tfrac{1}{2} \\cdot a', product(HALF, a)],
    ['\\frac{1}{1 + a}', quotient(ONE, sum(ONE, a))],
    ['a \\cdot \\frac{b}{c}', product(a, quotient(b, c))],
    ['\\frac{\\frac{a}{b}}{c}', quotient(quotient(a, b), c)],
    ['-\\frac{a}{b}', negation(quotient(a, b))],
    ['\\left(\\frac{a}{b}\\right)^2', square(quotient(a, b))],
    ['\\left(\\frac{\\partial E}{\\partial w_1}\\right)^2', square(slope)],
    ['a \\cdot \\left(b + \\frac{\\partial E}{\\partial w_1}\\right)', product(a, sum(b, slope))],
    ['-a^2', negation(square(a))],
    ['(-a)^2', square(negation(a))],
    ['a^{10}', { kind: 'power', base: a, exponent: 10 }],
    ['e^{-(a + b)}', exponential(negation(sum(a, b)))],
    ['(e^{a})^2', square(exponential(a))],
    ['a \\cdot (2 \\cdot 10^{-7})', product(a, number(2e-7))],
    ['\\sigma(a)', named('σ', a, quotient(ONE, a))],
    ['\\mathrm{tanh}\\left(\\frac{a}{b}\\right)', named('tanh', quotient(a, b), a)],
  ] as const)('%s', (latex, tree) => {
    expect(latexFormula(tree)).toBe(latex);
  });

  const leaf = fc.oneof(
    fc.constantFrom(a, b, c),
    fc.integer({ min: -9, max: 9 }).map((value) => number(value)),
    fc.constant(HALF),
  );
  const { tree } = fc.letrec<{ tree: Expression }>((tie) => {
    const inner = tie('tree');
    const several = fc.array(inner, { minLength: 2, maxLength: 3, depthIdentifier: 'tree' });
    return {
      tree: fc.oneof(
        { maxDepth: 4, depthIdentifier: 'tree' },
        leaf,
        several.map((terms) => sum(...terms)),
        several.map((factors) => product(...factors)),
        inner.map(negation),
        inner.map(square),
        inner.map((exponent) => exponential(exponent)),
        fc.tuple(inner, inner).map(([above, below]) => quotient(above, below)),
        inner.map((definition) => named('f', a, definition)),
      ),
    };
  });

  test('computes what its tree says, in symbols and with numbers put in', () => {
    const exactly = (value: number): Interval => [value, value];
    const values = fc.tuple(
      ...['a', 'b', 'c'].map((name) => fc.integer({ min: -20, max: 20 }).map((n) => ({ name, n }))),
    );
    fc.assert(
      fc.property(tree, values, (formula, given) => {
        const numbers = new Map(given.map(({ name, n }) => [name, n / 10]));
        const numberOf = (name: string): number => numbers.get(name) ?? Number.NaN;
        const expected = evaluate(formula, numberOf);
        fc.pre(Number.isFinite(expected) && Math.abs(expected) < 1e12);
        const names = new Map([...numbers].map(([name, value]) => [name, exactly(value)]));
        const writtenOut = { ...latexNotation, named: () => undefined };
        const forms = [
          latexFormula(formula, writtenOut),
          latexFormula(formula, { ...writtenOut, symbol: (name) => latexFactor(numberOf(name)) }),
        ];
        for (const form of forms) {
          const [low] = computeLatex(form, names, exactly);
          fc.pre(!Number.isNaN(low));
          expect(Math.abs(low - expected), form).toBeLessThanOrEqual(1e-9 * Math.max(1, Math.abs(expected)));
        }
      }),
      { numRuns: 1000 },
    );
  });
});

test('the computation of LaTeX notices a wrong digit', () => {
  expect(meet(computeLatex('0.5 \\cdot (-0.25)'), [-0.1250003, -0.1250003])).toBe(true);
  expect(meet(computeLatex('0.5 \\cdot (-0.25)'), [-0.125001, -0.125001])).toBe(false);
});
