import { describe, expect, test } from 'vitest';
import { excelFormula } from '../../src/expression/excel.ts';
import { formulaText } from '../../src/expression/text.ts';
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

const [a, b, c] = [symbol('a'), symbol('b'), symbol('c')];
const choice = conditional(a, ZERO, b, c);
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
    ['A1^3', 'a³', power(a, number(3))],
    ['A1^4', 'a^4', power(a, number(4))],
    ['A1^B1', 'a^b', power(a, b)],
    ['0.5*A1^B1', '½a^b', product(HALF, power(a, b))],
    ['A1^(B1+C1)', 'a^(b + c)', power(a, sum(b, c))],
    ['A1^(B1*C1)', 'a^(b·c)', power(a, product(b, c))],
    ['A1^-B1', 'a^(−b)', power(a, negation(b))],
    ['A1^(B1^C1)', 'a^(b^c)', power(a, power(b, c))],
    ['(A1^B1)^C1', '(a^b)^c', power(power(a, b), c)],
    ['A1/(1-B1^C1)', 'a / (1 − b^c)', quotient(a, difference(ONE, power(b, c)))],
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
    ['TANH(A1)', 'tanh(a)', apply('tanh', a)],
    ['TANH(A1+B1)^2', 'tanh(a + b)²', square(apply('tanh', sum(a, b)))],
    ['-A1*LN(B1)', '−a·ln(b)', product(negation(a), apply('ln', b))],
    ['A1/(SQRT(B1)+C1)', 'a / (√(b) + c)', quotient(a, sum(apply('sqrt', b), c))],
    ['MAX(0,A1)', 'max(0, a)', apply('max', ZERO, a)],
    ['ABS(A1-B1)', '|a − b|', apply('abs', difference(a, b))],
    ['EXP(-ABS(A1))', 'e^(−|a|)', exponential(negation(apply('abs', a)))],
    ['MIN(1,SIGN(A1))', 'min(1, sign(a))', apply('min', ONE, apply('sign', a))],
    ['SQRT(2/PI())', '√(2 / π)', apply('sqrt', quotient(number(2), apply('pi')))],
    ['MAX(A1,B1-1,C1)', 'max(a, b − 1, c)', apply('max', a, difference(b, ONE), c)],
    ['EXP(A1-MAX(A1,B1))', 'e^(a − max(a, b))', exponential(difference(a, apply('max', a, b)))],
    ['IF(A1>0,B1,C1)', 'b if a > 0, else c', choice],
    ['IF(A1+B1>C1,A1*B1,-C1)', 'a·b if a + b > c, else −c', conditional(sum(a, b), c, product(a, b), negation(c))],
    ['A1*IF(A1>0,B1,C1)', 'a·(b if a > 0, else c)', product(a, choice)],
    ['1+IF(A1>0,B1,C1)', '1 + (b if a > 0, else c)', sum(ONE, choice)],
    ['IF(A1>0,B1,C1)/A1', '(b if a > 0, else c) / a', quotient(choice, a)],
    ['-IF(A1>0,B1,C1)', '−(b if a > 0, else c)', negation(choice)],
    ['IF(A1>0,B1,C1)^2', '(b if a > 0, else c)²', square(choice)],
    ['A1^IF(A1>0,B1,C1)', 'a^(b if a > 0, else c)', power(a, choice)],
    ['MAX(IF(A1>0,B1,C1),1)', 'max((b if a > 0, else c), 1)', apply('max', choice, ONE)],
    ['IF(A1>0,IF(A1>0,B1,C1),1)', '(b if a > 0, else c) if a > 0, else 1', conditional(a, ZERO, choice, ONE)],
    ['IF(IF(A1>0,B1,C1)>1,1,0)', '1 if (b if a > 0, else c) > 1, else 0', conditional(choice, ONE, ONE, ZERO)],
    ['IF(A1=0,0,A1*LN(B1))', 'a·ln(b)', vanishing(a, product(a, apply('ln', b)))],
    ['-IF(A1=0,0,A1/B1)', '−(a / b)', negation(vanishing(a, quotient(a, b)))],
    [
      'IF(1-A1=0,0,(1-A1)/B1)-C1',
      '(1 − a) / b − c',
      difference(vanishing(difference(ONE, a), quotient(difference(ONE, a), b)), c),
    ],
    ['2*IF(A1=0,0,A1/B1)', '2 · (a / b)', product(number(2), vanishing(a, quotient(a, b)))],
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

  test.each([
    ['(∂E/∂w1)²', square(symbol('∂E/∂w1'))],
    ['(∂E@2/∂w1)^10', power(symbol('∂E@2/∂w1'), number(10))],
    ['(old v_w1)²', square(above('v_w1'))],
    ['g_w1²', square(symbol('g_w1'))],
    ['μ·old v_w1 + ∂E/∂w1', sum(product(symbol('μ'), above('v_w1')), symbol('∂E/∂w1'))],
  ])('%s: a name of several parts is squared as one', (text, tree) => {
    expect(formulaText(tree)).toBe(text);
  });

  test('a maximum of more cells than a function takes is the maximum of maxima', () => {
    const many = Array.from({ length: 300 }, (_, k) => symbol(`h${k + 1}`));
    const formula = excelFormula(apply('max', ...many), cells);
    const [, first = '', second = ''] = /^MAX\(MAX\((.*)\),MAX\((.*)\)\)$/.exec(formula) ?? [];
    expect([first.split(',').length, second.split(',').length]).toEqual([255, 45]);
  });
});
