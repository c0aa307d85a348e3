import { describe, expect, test } from 'vitest';
import { excelFormula } from '../../src/expression/excel.ts';
import { formulaText } from '../../src/expression/text.ts';
import {
  difference,
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

const [a, b, c] = [symbol('a'), symbol('b'), symbol('c')];
const cells = (name: string): string => `${name.toUpperCase()}1`;

describe('a formula is printed', () => {
  // A sign binds before ^ in a cell: -A1^2 is the square of −a there.
  test.each([
    ['A1+B1+C1', 'a + b + c', sum(a, b, c)],
    ['A1', 'a', sum(a)],
    ['A1-B1', 'a − b', difference(a, b)],
    ['A1-(B1-C1)', 'a − (b − c)', difference(a, difference(b, c))],
    ['(A1-B1)-C1', '(a − b) − c', difference(difference(a, b), c)],
    ['A1-B1*C1', 'a − b·c', difference(a, product(b, c))],
    ['A1+(B1+C1)', 'a + (b + c)', sum(a, sum(b, c))],
    ['(A1-B1)*C1', '(a − b)·c', product(difference(a, b), c)],
    ['A1*(1-A1)', 'a·(1 − a)', product(a, difference(ONE, a))],
    ['A1*(-B1)', 'a·(−b)', product(a, negation(b))],
    ['-A1*B1', '−a·b', product(negation(a), b)],
    ['A1*(B1/C1)', 'a · (b / c)', product(a, quotient(b, c))],
    ['A1/B1*C1', 'a / b · c', product(quotient(a, b), c)],
    ['1/(A1*B1)', '1 / (a·b)', quotient(ONE, product(a, b))],
    ['A1*B1/C1', 'a·b / c', quotient(product(a, b), c)],
    ['A1/(B1/C1)', 'a / (b / c)', quotient(a, quotient(b, c))],
    ['1/(1+A1)', '1 / (1 + a)', quotient(ONE, sum(ONE, a))],
    ['-(A1^2)', '−a²', negation(square(a))],
    ['-A1^2', '(−a)²', square(negation(a))],
    ['(A1^2)^2', '(a²)²', square(square(a))],
    ['(A1-B1)^2', '(a − b)²', square(difference(a, b))],
    ['(A1*B1)^2', '(a·b)²', square(product(a, b))],
    ['A1^3', 'a³', { kind: 'power', base: a, exponent: 3 }],
    ['A1^4', 'a^4', { kind: 'power', base: a, exponent: 4 }],
    ['-(A1+B1)', '−(a + b)', negation(sum(a, b))],
    ['-(A1*B1)', '−(a·b)', negation(product(a, b))],
    ['-(-A1)', '−(−a)', negation(negation(a))],
    ['-2', '−2', number(-2)],
    ['-2^2', '(−2)²', square(number(-2))],
    ['A1*(-2)', 'a·(−2)', product(a, number(-2))],
    ['1e-7', '1e−7', number(1e-7)],
    ['0.5*(A1-B1)^2', '½(a − b)²', product(HALF, square(difference(a, b)))],
    ['EXP(-(A1+B1))', 'e^(−(a + b))', exponential(negation(sum(a, b)))],
    ['A1*EXP(B1)', 'a·e^(b)', product(a, exponential(b))],
    ['(1/A1)^2', 'σ(a + b)²', square(named('σ', sum(a, b), quotient(ONE, a)))],
    ['(A1+1)*B1', 'σ(a)·b', product(named('σ', a, sum(a, ONE)), b)],
  ] as const)('%s for a cell, %s for people', (excel, text, tree) => {
    expect([excelFormula(tree, cells), formulaText(tree)]).toEqual([excel, text]);
  });

  test('the sigmoid as a cell computes it and as people write it', () => {
    const sigmoid = named('σ', a, quotient(ONE, sum(ONE, exponential(negation(a)))));
    expect(excelFormula(sigmoid, cells)).toBe('1/(1+EXP(-A1))');
    expect(formulaText(sigmoid)).toBe('σ(a)');
  });
});
