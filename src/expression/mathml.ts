import { sixDigits } from './digits.ts';
import { type Notation, print } from './print.ts';
import type { Expression, FunctionName, Row } from './tree.ts';

/** Formulas in MathML Core, which browsers draw and screen readers read. */

const row = (inside: string): string => `<mrow>${inside}</mrow>`;

const word = (text: string): string => `<mtext>${text}</mtext>`;

// Brackets that stretch would change their height with a sign, and lines would jump.
const OPEN = '<mo stretchy="false">(</mo>';
const CLOSE = '<mo stretchy="false">)</mo>';

const TIMES = '<mo>·</mo>';

const parentheses = (inside: string): string =>
  inside.includes('<mtable') ? row(`<mo>(</mo>${inside}<mo>)</mo>`) : row(`${OPEN}${inside}${CLOSE}`);

/** A number that was put in, without its parentheses, for places that need none. */
const bare = (text: string): string => {
  const inside =
    text.startsWith(NEGATIVE) && text.endsWith(NEGATIVE_END) ? text.slice(NEGATIVE.length, -NEGATIVE_END.length) : '';
  return inside === '' || inside.includes('<mrow') ? text : inside;
};

const NEGATIVE = `<mrow class="negative">${OPEN}`;
const NEGATIVE_END = `${CLOSE}</mrow>`;

const functions: Readonly<Record<FunctionName, (of: readonly string[]) => string>> = {
  tanh: ([x = '']) => `<mi>tanh</mi>${parentheses(x)}`,
  ln: ([x = '']) => `<mi>ln</mi>${parentheses(x)}`,
  sqrt: ([x = '']) => `<msqrt>${row(x)}</msqrt>`,
  abs: ([x = '']) => row(`<mo stretchy="false">|</mo>${x}<mo stretchy="false">|</mo>`),
  sign: ([x = '']) => `<mi>sign</mi>${parentheses(x)}`,
  max: (of) => `<mi>max</mi>${parentheses(of.join('<mo>,</mo>'))}`,
  min: (of) => `<mi>min</mi>${parentheses(of.join('<mo>,</mo>'))}`,
  cos: ([x = '']) => `<mi>cos</mi>${parentheses(x)}`,
  floor: ([x = '']) => row(`<mo>⌊</mo>${x}<mo>⌋</mo>`),
  pi: () => '<mi>π</mi>',
};

/** A base that looks as if the exponent were of a part of it, or that has an exponent already. */
const needsParentheses = (base: string): boolean => !base.startsWith(`<mrow>${OPEN}`) && /<mfrac|<msup/.test(base);

/** From so many terms on, a sum goes on to further lines, with so many on each; of terms with many factors, each has its own. */
const [MANY_TERMS, TERMS_IN_LINE] = [5, 3];
const MANY_FACTORS = 4;

function sumOf(terms: readonly string[]): string {
  const times = terms.join('').split(TIMES).length - 1;
  if (terms.length > 1 && times >= MANY_FACTORS) return lines(terms, 1);
  return terms.length < MANY_TERMS ? terms.join('') : lines(terms, TERMS_IN_LINE);
}

function lines(terms: readonly string[], inLine: number): string {
  const count = Math.ceil(terms.length / inLine);
  const rows = Array.from({ length: count }, (_, k) => terms.slice(k * inLine, (k + 1) * inLine));
  return `<mtable class="terms">${rows.map((each) => `<mtr><mtd>${each.join('')}</mtd></mtr>`).join('')}</mtable>`;
}

/** How formulas are written in MathML. */
export const mathmlNotation: Notation = {
  levels: ['conditional', 'sum', 'product', 'negation', 'power', 'atom'],
  // Also where a line begins with them.
  plus: '<mo form="infix">+</mo>',
  minus: '<mo form="infix">−</mo>',
  sign: '<mo form="prefix">−</mo>',
  times: (_, after, fraction) => (fraction && after.startsWith(`<mrow>${OPEN}`) ? '' : TIMES),
  dividedBy: (numerator, denominator) => `<mfrac>${row(bare(numerator))}${row(bare(denominator))}</mfrac>`,
  group: parentheses,
  sum: sumOf,
  number: (value, text) =>
    text === '½' ? '<mfrac><mn>1</mn><mn>2</mn></mfrac>' : value < 0 ? mathmlNumber(value) : mathmlFactor(value),
  symbol: (name, at) => mathmlSymbol(name, at),
  power: (base, exponent) => `<msup>${row(needsParentheses(base) ? parentheses(base) : base)}${row(exponent)}</msup>`,
  exponential: (exponent) => `<msup><mi>e</mi>${row(bare(exponent))}</msup>`,
  function: (name, of) => functions[name](of.map(bare)),
  conditional: (a, b, then, otherwise) =>
    row(
      `<mo>{</mo><mtable class="cases"><mtr><mtd>${bare(then)}</mtd><mtd>${word('if ')}${bare(a)}<mo>&gt;</mo>${bare(b)}</mtd></mtr>` +
        `<mtr><mtd>${bare(otherwise)}</mtd><mtd>${word('else')}</mtd></mtr></mtable>`,
    ),
  vanishing: () => undefined,
  named: (symbol, argument) => `<mi>${escaped(symbol)}</mi>${parentheses(argument)}`,
};

/** Prints a formula in MathML, without the element `math`. */
export function mathmlFormula(expression: Expression, notation: Notation = mathmlNotation): string {
  return print(expression, notation);
}

/** A quantity in MathML; of the row above, as the old one. */
export const mathmlSymbol = (name: string, at: Row): string =>
  at === -1 ? mathmlMarked(name, 'old') : mathmlName(name);

/** A quantity before or after an update. */
export const mathmlMarked = (name: string, mark: 'old' | 'new'): string =>
  `<msup>${mathmlName(name)}<mi>${mark}</mi></msup>`;

/** A name of class in MathML: `w5` with 5 as its subscript, `∂E/∂w5` as a fraction. It says by `data-name` what it names. */
export function mathmlName(name: string): string {
  return `<mrow data-name="${escaped(name)}">${nameInside(name)}</mrow>`;
}

function nameInside(name: string): string {
  const [, of, by] = /^∂(.+)\/∂(.+)$/.exec(name) ?? [];
  if (of !== undefined && by !== undefined)
    return `<mfrac><mrow><mo>∂</mo>${nameInside(of)}</mrow><mrow><mo>∂</mo>${nameInside(by)}</mrow></mfrac>`;
  const [, base, sample] = /^(.+)@(\d+)$/.exec(name) ?? [];
  if (base !== undefined) return `<msup>${row(nameInside(base))}<mrow>${OPEN}<mn>${sample}</mn>${CLOSE}</mrow></msup>`;
  const [, letter, ...below] = /^(\p{L}\p{M}?|\p{L}{2,}(?=\d))(?:_(.+)|(\d.*))?$/u.exec(name) ?? [];
  if (letter === undefined) return `<mi>${escaped(name)}</mi>`;
  const subscript = below.find((part) => part !== undefined);
  if (subscript === undefined) return `<mi>${letter}</mi>`;
  const under = /^\d+$/.test(subscript) ? `<mn>${subscript}</mn>` : subscriptText(subscript);
  return `<msub><mi>${letter}</mi>${under}</msub>`;
}

/** `total` is a word; `h1` and `h2_1` are names of their own; one letter would be slanted. */
const subscriptText = (text: string): string => `<mi mathvariant="normal">${escaped(text.replaceAll('_', ','))}</mi>`;

/** A number with six significant digits; what a cell cannot hold as the cell shows it. */
export function mathmlNumber(value: number): string {
  if (!Number.isFinite(value)) return word(Number.isNaN(value) ? '#NUM!' : '#DIV/0!');
  const { digits, exponent } = sixDigits(value);
  const sign = digits.startsWith('-') ? '<mo form="prefix">−</mo>' : '';
  const number = `${sign}<mn>${digits.replace('-', '')}</mn>`;
  if (exponent === undefined) return number;
  const power = `${exponent < 0 ? '<mo form="prefix">−</mo>' : ''}<mn>${Math.abs(exponent)}</mn>`;
  return `${number}<mo>·</mo><msup><mn>10</mn><mrow>${power}</mrow></msup>`;
}

/** A number in place of a symbol: in parentheses unless it is a plain positive one. */
export function mathmlFactor(value: number): string {
  const text = mathmlNumber(value);
  return /^<mo|<msup/.test(text) ? `${NEGATIVE}${text}${NEGATIVE_END}` : text;
}

const escapes: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };

const escaped = (text: string): string => text.replace(/[&<>"]/g, (mark) => escapes[mark] ?? mark);
