import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { evaluate } from '../../src/expression/evaluate.ts';
import {
  latexFactor,
  latexFormula,
  latexMarked,
  latexName,
  latexNotation,
  latexNumber,
  latexSymbol,
} from '../../src/expression/latex.ts';
import {
  above,
  apply,
  conditional,
  difference,
  exponential,
  HALF,
  named,
  negation,
  number,
  ONE,
  power,
  product,
  quotient,
  square,
  sum,
  symbol,
  vanishing,
  ZERO,
} from '../../src/expression/tree.ts';
import { computeLatex, type Interval, meet } from '../explain/latex-interval.ts';
import { treesOf } from './trees.ts';

const [a, b, c] = [symbol('a'), symbol('b'), symbol('c')];
const slope = symbol('∂E/∂w1');
const choice = conditional(a, ZERO, b, c);

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
    ['bias', '\\mathrm{bias}'],
    ['sample', '\\mathrm{sample}'],
    ['h1@2', 'h_1^{(2)}'],
    ['a_h2_1@13', 'a_{h2,1}^{(13)}'],
    ['o_max', 'o_{\\mathrm{max}}'],
    ['o_max@2', 'o_{\\mathrm{max}}^{(2)}'],
    ['E@2', 'E^{(2)}'],
    ['E1@2', 'E_1^{(2)}'],
    ['E_mean', 'E_{\\mathrm{mean}}'],
    ['∂E@2/∂w1', '\\frac{\\partial E^{(2)}}{\\partial w_1}'],
    ['∂a_o1@2/∂o2@2', '\\frac{\\partial a_{o1}^{(2)}}{\\partial o_2^{(2)}}'],
    ['∂E/∂b1', '\\frac{\\partial E}{\\partial b_1}'],
    ['v_w12', 'v_{w12}'],
    ['g_b1', 'g_{b1}'],
    ['m̂_w1', '\\hat{m}_{w1}'],
    ['ŝ_b1', '\\hat{s}_{b1}'],
    ['m̂', '\\hat{m}'],
    ['β1', '\\beta_1'],
    ['β2', '\\beta_2'],
    ['μ', '\\mu'],
    ['α', '\\alpha'],
    ['ε', '\\varepsilon'],
    ['λ', '\\lambda'],
    ['k', 'k'],
    ['slope1', '\\mathrm{slope}_1'],
    ['slope12', '\\mathrm{slope}_{12}'],
  ])('%s: %s', (name, latex) => {
    expect(latexName(name)).toBe(latex);
  });

  test('has the mark of its row, or of being new', () => {
    expect([latexSymbol('v_w1', 0), latexSymbol('v_w1', -1)]).toEqual(['v_{w1}', 'v_{w1}^{\\mathrm{old}}']);
    expect(['w10', 'b1'].map((name) => latexMarked(name, 'new'))).toEqual([
      'w_{10}^{\\mathrm{new}}',
      'b_1^{\\mathrm{new}}',
    ]);
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
    [Number.POSITIVE_INFINITY, '\\#\\mathrm{DIV/0!}', '\\#\\mathrm{DIV/0!}'],
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
    ['a^{10}', power(a, number(10))],
    ['a^b', power(a, b)],
    ['a^{b + c}', power(a, sum(b, c))],
    ['a^{-b}', power(a, negation(b))],
    ['(a^b)^c', power(power(a, b), c)],
    ['\\frac{a}{1 - \\beta_1^k}', quotient(a, difference(ONE, power(symbol('β1'), symbol('k'))))],
    ['(h_1^{(2)})^2', square(symbol('h1@2'))],
    ['(a_{h1,1}^{(12)})^2', square(symbol('a_h1_1@12'))],
    ['(v_{w1}^{\\mathrm{old}})^2', square(above('v_w1'))],
    ['E_{\\mathrm{total}}^2', square(symbol('E_total'))],
    ['\\tanh(a)', apply('tanh', a)],
    ['\\tanh(a)^2', square(apply('tanh', a))],
    ['\\ln\\left(\\frac{a}{b}\\right)', apply('ln', quotient(a, b))],
    ['\\frac{a}{\\sqrt{b} + c}', quotient(a, sum(apply('sqrt', b), c))],
    ['2 \\cdot \\left|a - b\\right|', product(number(2), apply('abs', difference(a, b)))],
    [
      '\\sqrt{\\frac{2}{\\pi}} \\cdot \\mathrm{sign}(a)',
      product(apply('sqrt', quotient(number(2), apply('pi'))), apply('sign', a)),
    ],
    ['\\max(0, a, -b)', apply('max', ZERO, a, negation(b))],
    ['\\begin{cases} b & \\text{if } a > 0 \\\\ c & \\text{else} \\end{cases}', choice],
    [
      'a \\cdot \\left(\\begin{cases} b & \\text{if } a > 0 \\\\ c & \\text{else} \\end{cases}\\right)',
      product(a, choice),
    ],
    ['-(a \\cdot \\ln(b))', negation(vanishing(a, product(a, apply('ln', b))))],
    ['-\\frac{a}{b}', negation(vanishing(a, quotient(a, b)))],
    ['e^{-(a + b)}', exponential(negation(sum(a, b)))],
    ['(e^{a})^2', square(exponential(a))],
    ['a \\cdot (2 \\cdot 10^{-7})', product(a, number(2e-7))],
    ['\\sigma(a)', named('σ', a, quotient(ONE, a))],
    ['\\mathrm{softmax}\\left(\\frac{a}{b}\\right)', named('softmax', quotient(a, b), a)],
    ['\\mathrm{ReLU}(a)', named('ReLU', a, apply('max', ZERO, a))],
  ] as const)('%s', (latex, tree) => {
    expect(latexFormula(tree)).toBe(latex);
  });

  test.each([
    ['\\frac{-0.5}{1.5 \\cdot 10^{-7}}', quotient(a, b)],
    ['\\tanh(-0.5)', apply('tanh', a)],
    ['\\sqrt{1.5 \\cdot 10^{-7}}', apply('sqrt', b)],
    ['\\max(0, -0.5)', apply('max', ZERO, a)],
    ['e^{-0.5}', exponential(a)],
    ['\\begin{cases} -0.5 & \\text{if } -0.5 > 0 \\\\ 2 & \\text{else} \\end{cases}', conditional(a, ZERO, a, c)],
    ['\\frac{(-0.5)^2}{(-0.5) \\cdot 2}', quotient(square(a), product(a, c))],
    ['(-0.5) + 2', sum(a, c)],
  ])('%s with numbers put in, in parentheses where they need them', (latex, tree) => {
    const numbers: Readonly<Record<string, number>> = { a: -0.5, b: 1.5e-7, c: 2 };
    expect(latexFormula(tree, { ...latexNotation, symbol: (name) => latexFactor(numbers[name] ?? 0) })).toBe(latex);
  });

  const leaf = fc.oneof(
    fc.integer({ min: -9, max: 9 }).map((value) => number(value)),
    fc.constant(HALF),
  );
  const tree = treesOf(['a', 'b', 'h1@2'], leaf, [
    'sum',
    'product',
    'quotient',
    'power',
    'negation',
    'exponential',
    'function',
    'max',
    'conditional',
    'vanishing product',
    'named',
  ]);

  test('computes what its tree says, in symbols and with numbers put in', () => {
    const exactly = (value: number): Interval => [value, value];
    const values = fc.tuple(
      ...['a', 'b', 'h1@2'].map((name) => fc.integer({ min: -20, max: 20 }).map((n) => ({ name, n }))),
    );
    fc.assert(
      fc.property(tree, values, (formula, given) => {
        const numbers = new Map(given.map(({ name, n }) => [name, n / 10]));
        const numberOf = (name: string): number => numbers.get(name) ?? Number.NaN;
        const expected = evaluate(formula, numberOf);
        fc.pre(Number.isFinite(expected) && Math.abs(expected) < 1e12);
        const names = new Map([...numbers].map(([name, value]) => [latexName(name), exactly(value)]));
        const writtenOut = { ...latexNotation, named: () => undefined };
        const forms = [
          latexFormula(formula, writtenOut),
          latexFormula(formula, { ...writtenOut, symbol: (name) => latexFactor(numberOf(name)) }),
        ];
        for (const form of forms) {
          const [low] = computeLatex(form, names, exactly);
          fc.pre(Number.isFinite(low));
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
