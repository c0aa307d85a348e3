import { parseXml } from '@rgrove/parse-xml';
import { describe, expect, test } from 'vitest';
import {
  mathmlFactor,
  mathmlFormula,
  mathmlMarked,
  mathmlName,
  mathmlNumber,
  mathmlSymbol,
} from '../../src/expression/mathml.ts';
import {
  apply,
  conditional,
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
  vanishing,
  ZERO,
} from '../../src/expression/tree.ts';
import type { Network } from '../../src/network/network.ts';
import { parseNetwork } from '../../src/network/parse.ts';
import { networkNames, networkTemplate } from '../../src/network/ready-made.ts';
import { numbersLine, symbolLines } from '../../src/page/step-lines.ts';
import { lessonOf } from '../../src/pipeline/lesson.ts';

/** What is read of MathML: its text, with fractions as (a)/(b), scripts after _ and ^, and roots named. */
function read(mathml: string): string {
  interface Node {
    readonly type: string;
    readonly name?: string;
    readonly text?: string;
    readonly children?: readonly Node[];
  }
  const text = (node: Node): string => {
    if (node.type === 'text') return node.text ?? '';
    const parts = (node.children ?? []).map(text);
    switch (node.name) {
      case 'mfrac':
        return `(${parts.join(')/(')})`;
      case 'msub':
        return parts.join('_');
      case 'msup':
        return parts.join('^');
      case 'msqrt':
        return `√(${parts.join('')})`;
      case 'mtr':
        return `${parts.join(' ')};`;
      default:
        return parts.join('');
    }
  };
  return text(parseXml(`<math>${mathml}</math>`).toJSON() as unknown as Node);
}

const [a, b, c] = [symbol('a'), symbol('b'), symbol('c')];

describe('a name in MathML', () => {
  test.each([
    ['w5', 'w_5'],
    ['w10', 'w_10'],
    ['a_h1', 'a_h1'],
    ['a_h2_1', 'a_h2,1'],
    ['E_total', 'E_total'],
    ['η', 'η'],
    ['β1', 'β_1'],
    ['m̂_w1', 'm̂_w1'],
    ['h1@2', 'h_1^(2)'],
    ['∂E/∂w5', '(∂E)/(∂w_5)'],
    ['∂a_o1@2/∂o1@2', '(∂a_o1^(2))/(∂o_1^(2))'],
    ['slope1', 'slope_1'],
  ])('%s reads %s', (name, reads) => {
    expect(read(mathmlName(name))).toBe(reads);
    expect(mathmlName(name)).toContain(`data-name="${name}"`);
  });

  test('of the row above and after the update says so', () => {
    expect(read(mathmlSymbol('v_w1', -1))).toBe('v_w1^old');
    expect(read(mathmlMarked('w5', 'new'))).toBe('w_5^new');
  });
});

describe('a number in MathML', () => {
  test.each([
    [0.0275, '0.0275', '0.0275'],
    [-0.75, '−0.75', '(−0.75)'],
    [1.5e-7, '1.5·10^−7', '(1.5·10^−7)'],
    [-2e9, '−2·10^9', '(−2·10^9)'],
    [Number.NaN, '#NUM!', '#NUM!'],
    [Number.POSITIVE_INFINITY, '#DIV/0!', '#DIV/0!'],
  ])('%d', (value, alone, asFactor) => {
    expect(read(mathmlNumber(value))).toBe(alone);
    expect(read(mathmlFactor(value))).toBe(asFactor);
  });
});

describe('a formula in MathML', () => {
  test.each<[Expression, string]>([
    [sum(product(a, b), c), 'a·b+c'],
    [difference(a, sum(b, c)), 'a−(b+c)'],
    [product(a, difference(ONE, a)), 'a·(1−a)'],
    [product(HALF, square(difference(a, b))), '(1)/(2)·(a−b)^2'],
    [quotient(ONE, sum(ONE, exponential(negation(a)))), '(1)/(1+e^−a)'],
    [square(quotient(a, b)), '((a)/(b))^2'],
    [square(symbol('∂E/∂w1')), '((∂E)/(∂w_1))^2'],
    [apply('sqrt', sum(a, b)), '√(a+b)'],
    [apply('max', a, b, c), 'max(a,b,c)'],
    [conditional(a, ZERO, b, c), '{b if a>0;c else;'],
    [vanishing(a, product(a, apply('ln', a))), 'a·ln(a)'],
    [named('σ', a, b), 'σ(a)'],
    [product(a, number(-2)), 'a·(−2)'],
    [sum(a, b, c, a, b), 'a+b+c;+a+b;'],
  ])('%j', (tree, reads) => {
    expect(read(mathmlFormula(tree))).toBe(reads);
  });
});

const ready = (name: string): Network => parseNetwork({ ...JSON.parse(networkTemplate(name)), iterations: 3 });

test.each([
  ...networkNames().map((name): [string, Network] => [name, ready(name)]),
  ['adam', parseNetwork({ ...ready('class'), optimizer: { name: 'adam', weightDecay: 0.1 } })],
  [
    'leaky ReLU',
    parseNetwork({
      ...ready('deep'),
      layers: ready('deep').layers.map((layer) => ({ ...layer, activation: 'leaky-relu' })),
    }),
  ],
])('every step of %s is well-formed, with all its numbers', (_, network) => {
  const { sections, runs } = lessonOf(network);
  const { before } = runs[0]?.at(2) ?? {};
  if (before === undefined) throw new Error('There is no run.');
  for (const step of sections.flatMap(({ steps }) => steps)) {
    const { head, lines } = symbolLines(step);
    const numbers = numbersLine(step, before);
    for (const line of [head, ...lines, ...(numbers === undefined ? [] : [numbers])])
      expect(read(line), step.name).not.toMatch(/undefined|NaN|\[object/);
  }
});
