import { describe, expect, test } from 'vitest';
import { fromTheTop, wideNotation, widthOf } from '../../src/explain/wide.ts';
import { latexFormula } from '../../src/expression/latex.ts';
import { negation, product, sum, symbol } from '../../src/expression/tree.ts';

describe('a formula is about as wide as', () => {
  test.each([
    ['w_1', 2],
    ['w_{10} \\cdot i_1', 8],
    ['\\frac{\\partial E}{\\partial w_1}', 3],
    ['\\frac{\\partial E^{(2)}}{\\partial a_{h1}} \\cdot w_1', 10],
    ['\\left(a + b\\right)', 7],
    ['0.123456 \\cdot (-0.5)', 17],
  ])('%s: %d characters', (latex, width) => {
    expect(widthOf(latex)).toBe(width);
  });
});

describe('a sum', () => {
  const terms = (count: number) =>
    Array.from({ length: count }, (_, k) => product(symbol(`w${k + 1}`), symbol(`i${k + 1}`)));

  test.each([
    [2, 0],
    [7, 0],
    [8, 1],
    [30, 4],
  ])('of %i products has %i line breaks', (count, breaks) => {
    const latex = latexFormula(sum(...terms(count)), wideNotation);
    expect(latex.split(' \\\\ & ').length - 1).toBe(breaks);
    expect(latex.startsWith('\\begin{aligned} & ')).toBe(breaks > 0);
    expect(latex.match(/\\cdot/g)).toHaveLength(count);
  });

  test('goes on with its sign', () => {
    const [first = symbol('a'), ...more] = terms(30);
    expect(latexFormula(sum(first, ...more.map(negation)), wideNotation)).toMatch(/ \\\\ & - \(?w_/);
  });

  test('stands in tall parentheses as a factor', () => {
    const latex = latexFormula(product(sum(...terms(30)), symbol('a')), wideNotation);
    expect(latex).toMatch(/^\\left\(\\begin\{aligned\} & .* \\end\{aligned\}\\right\) \\cdot a$/);
  });

  test.each([
    ['\\begin{aligned} & a \\\\ & + b \\end{aligned}', '\\begin{aligned}[t] & a \\\\ & + b \\end{aligned}'],
    ['\\left(\\begin{aligned} & a \\end{aligned}\\right)', '\\left(\\begin{aligned} & a \\end{aligned}\\right)'],
    ['a + b', 'a + b'],
  ])('%s begins on the line of its name', (latex, line) => {
    expect(fromTheTop(latex)).toBe(line);
  });
});
