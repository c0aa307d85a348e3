import { type Notation, print } from './print.ts';
import type { Expression, FunctionName, Row } from './tree.ts';

const superscripts: Readonly<Record<string, string>> = { 2: '²', 3: '³' };

const functions: Readonly<Partial<Record<FunctionName, (of: string) => string>>> = {
  sqrt: (of) => `√(${of})`,
  floor: (of) => `⌊${of}⌋`,
  abs: (of) => `|${of}|`,
  pi: () => 'π',
};

/** A name of several parts, such as ∂E/∂w1, in parentheses. */
const inOnePiece = (base: string): string => (/^(?:∂|old |new )/.test(base) ? `(${base})` : base);

/** A quantity as it is written for people: `old v_w1` is v_w1 of the row above. */
export const symbolText = (name: string, row: Row): string => (row === -1 ? `old ${name}` : name);

/** How formulas are written for people: w1·i1 + w2·i2, ½(t1 − a_o1)², σ(h1). */
export const textNotation: Notation = {
  levels: ['conditional', 'sum', 'product', 'negation', 'power', 'atom'],
  plus: ' + ',
  minus: ' − ',
  sign: '−',
  times: (before, after, fraction) => (fraction ? '' : `${before}${after}`.includes('/') ? ' · ' : '·'),
  dividedBy: ' / ',
  group: (text) => `(${text})`,
  number: (value, text) => text ?? String(value).replace('-', '−'),
  symbol: symbolText,
  power: (base, exponent, grouped) => inOnePiece(base) + (superscripts[exponent] ?? `^${grouped}`),
  exponential: (exponent) => `e^(${exponent})`,
  function: (name, of) => functions[name]?.(of.join(', ')) ?? `${name}(${of.join(', ')})`,
  conditional: (a, b, then, otherwise) => `${then} if ${a} > ${b}, else ${otherwise}`,
  vanishing: () => undefined,
  named: (symbol, argument) => `${symbol}(${argument})`,
};

/** Prints a formula for people. */
export function formulaText(expression: Expression, notation: Notation = textNotation): string {
  return print(expression, notation);
}
