import { sixDigits } from './digits.ts';
import { type Notation, print } from './print.ts';
import type { Expression, FunctionName, Row } from './tree.ts';

/** Letters that LaTeX has commands for. */
const commands: Readonly<Record<string, string>> = {
  σ: '\\sigma',
  η: '\\eta',
  μ: '\\mu',
  α: '\\alpha',
  β: '\\beta',
  ε: '\\varepsilon',
  λ: '\\lambda',
  m̂: '\\hat{m}',
  ŝ: '\\hat{s}',
  tanh: '\\tanh',
};

const functions: Readonly<Record<FunctionName, (of: readonly string[]) => string>> = {
  tanh: ([x = '']) => `\\tanh${parentheses(x)}`,
  ln: ([x = '']) => `\\ln${parentheses(x)}`,
  sqrt: ([x = '']) => `\\sqrt{${x}}`,
  abs: ([x = '']) => `\\left|${x}\\right|`,
  sign: ([x = '']) => `\\mathrm{sign}${parentheses(x)}`,
  max: (of) => `\\max${parentheses(of.join(', '))}`,
  min: (of) => `\\min${parentheses(of.join(', '))}`,
  cos: ([x = '']) => `\\cos${parentheses(x)}`,
  floor: ([x = '']) => `\\left\\lfloor ${x} \\right\\rfloor`,
  pi: () => '\\pi',
};

const fractions: Readonly<Record<string, string>> = { '½': '\\tfrac{1}{2}' };

const parentheses = (text: string): string => (/\\frac|\\begin/.test(text) ? `\\left(${text}\\right)` : `(${text})`);

/** A number without its parentheses, for places that need none. */
const bare = (text: string): string => /^\((-?[\d.]+(?: \\cdot 10\^\{-?\d+\})?)\)$/.exec(text)?.[1] ?? text;

/** A base that looks as if the exponent were of a part of it, or that has an exponent already: a_{h1}^{(2)}. */
const raised = /^(?:\\t?frac|e\^|[^( ]*\^\{\S*\}$)/;

/** How formulas are written in LaTeX, with no macros but those that GitHub allows: no \operatorname, for instance. */
export const latexNotation: Notation = {
  levels: ['conditional', 'sum', 'product', 'negation', 'power', 'atom'],
  plus: ' + ',
  minus: ' - ',
  sign: '-',
  times: (_, after, fraction) => (fraction && /^(\\left)?\(/.test(after) ? ' ' : ' \\cdot '),
  dividedBy: (numerator, denominator) => `\\frac{${bare(numerator)}}{${bare(denominator)}}`,
  group: parentheses,
  number: (value, text = '') => fractions[text] ?? (value < 0 ? latexNumber(value) : latexFactor(value)),
  symbol: (name, row) => latexSymbol(name, row),
  power: (base, exponent) => `${raised.test(base) ? parentheses(base) : base}^${script(exponent)}`,
  exponential: (exponent) => `e^{${bare(exponent)}}`,
  function: (name, of) => functions[name](of.map(bare)),
  conditional: (a, b, then, otherwise) =>
    `\\begin{cases} ${bare(then)} & \\text{if } ${bare(a)} > ${bare(b)} \\\\ ${bare(otherwise)} & \\text{else} \\end{cases}`,
  vanishing: () => undefined,
  named: (symbol, argument) => `${commands[symbol] ?? upright(symbol)}${parentheses(argument)}`,
};

/** Prints a formula in LaTeX. */
export function latexFormula(expression: Expression, notation: Notation = latexNotation): string {
  return print(expression, notation);
}

/** A quantity in LaTeX; of the row above, as the old one. */
export const latexSymbol = (name: string, row: Row): string =>
  row === -1 ? latexMarked(name, 'old') : latexName(name);

/** A quantity before or after an update: w_5^{\mathrm{new}}. */
export const latexMarked = (name: string, mark: 'old' | 'new'): string => `${latexName(name)}^{${upright(mark)}}`;

/** A name of class in LaTeX: `w5` becomes w_5, `a_h1` a_{h1}, `∂E/∂w5` a fraction. */
export function latexName(name: string): string {
  const [, of, by] = /^∂(.+)\/∂(.+)$/.exec(name) ?? [];
  if (of !== undefined && by !== undefined) return `\\frac{\\partial ${latexName(of)}}{\\partial ${latexName(by)}}`;
  const [, base, sample] = /^(.+)@(\d+)$/.exec(name) ?? [];
  if (base !== undefined) return `${latexName(base)}^{(${sample})}`;
  const [, word, number] = /^(\p{L}{2,})(\d+)$/u.exec(name) ?? [];
  if (word !== undefined && number !== undefined) return `${upright(word)}_${script(number)}`;
  const [, letter, ...below] = /^(\p{L}\p{M}?)(?:_(.+)|(\d.*))?$/u.exec(name) ?? [];
  if (letter === undefined) return upright(name);
  const subscript = below.find((part) => part !== undefined);
  return (commands[letter] ?? letter) + (subscript === undefined ? '' : `_${script(subscriptText(subscript))}`);
}

/** A number with six significant digits: 0.0275, -0.75, 1.5 \cdot 10^{-7}; what a cell cannot hold as the cell shows it. */
export function latexNumber(value: number): string {
  if (!Number.isFinite(value)) return `\\#${upright(Number.isNaN(value) ? 'NUM!' : 'DIV/0!')}`;
  const { digits, exponent } = sixDigits(value);
  return exponent === undefined ? digits : `${digits} \\cdot 10^{${exponent}}`;
}

/** A number in place of a symbol: in parentheses unless it is a plain positive one. */
export function latexFactor(value: number): string {
  const text = latexNumber(value);
  return /^-|cdot/.test(text) ? parentheses(text) : text;
}

const upright = (text: string): string => `\\mathrm{${text.replaceAll('_', '\\_')}}`;

const script = (text: string): string => (text.length === 1 ? text : `{${text}}`);

/** `total` is a word; `h1` and `h2_1` are names of their own. */
const subscriptText = (text: string): string => (/^\p{L}{2,}$/u.test(text) ? upright(text) : text.replaceAll('_', ','));
