import { type Notation, print } from '../../expression/print.ts';
import { textNotation } from '../../expression/text.ts';
import type { Expression, Row } from '../../expression/tree.ts';

/** Formulas with the numbers put in: 0.15 × 0.05 + 0.2 × 0.1. */

const MARK = '\u0001';
const ROW = '\u0002';

/** Like a formula in symbols, but with definitions written out, and × so that no dot can be taken for a decimal point. */
const notation: Notation = {
  ...textNotation,
  times: () => ' × ',
  named: () => undefined,
  symbol: (name, row) => `${MARK}${name}${ROW}${row}${MARK}`,
};

/**
 * How a number stands in its formula: a negative one needs parentheses, (−0.53), but not where it has some already, tanh(−0.53), or bars, |−0.53|; and 0
 * takes no sign.
 */
type Form = 'in a formula' | 'in parentheses' | 'negated';

/** A part of a formula: a text, or what stands for a quantity. */
type Part = string | { readonly name: string; readonly row: Row; readonly form: Form };

/** A minus before a number that is no subtraction. */
const SIGN = /(?<=^|\(|, )−$/;
/** The parentheses of a function or of an exponent, the bars of a size, or the comma between arguments. */
const OPENS = /(?:[a-z√^]\(|\||, )$/;
const CLOSES = /^(?:\)|\||, )/;

function runParts(expression: Expression): readonly Part[] {
  const pieces = print(expression, notation).split(MARK);
  const formAt = (k: number): Form => {
    const [before = '', after = ''] = [pieces[k - 1], pieces[k + 1]];
    if (SIGN.test(before)) return 'negated';
    return OPENS.test(before) && CLOSES.test(after) ? 'in parentheses' : 'in a formula';
  };
  return pieces.flatMap((piece, k): readonly Part[] => {
    if (k % 2 === 0) {
      const text = k + 1 < pieces.length ? piece.replace(SIGN, '') : piece;
      return text === '' ? [] : [text];
    }
    const [name = '', row = '0'] = piece.split(ROW);
    return [{ name, row: Number(row) as Row, form: formAt(k) }];
  });
}

/** The formula of the text. @param written gives each quantity the cell that holds its number as a text, with parentheses if it is negative */
export function putInFormula(expression: Expression, written: (name: string, row: Row) => string): string {
  return runParts(expression)
    .map((part) => {
      if (typeof part === 'string') return `"${part}"`;
      const cell = written(part.name, part.row);
      if (part.form === 'negated') return `IF(${cell}="0","0","−"&${cell})`;
      return part.form === 'in parentheses' ? `SUBSTITUTE(SUBSTITUTE(${cell},"(",""),")","")` : cell;
    })
    .join('&');
}

/** The same text, made here. @param written gives each quantity its number as a text, with parentheses if it is negative */
export function putIn(expression: Expression, written: (name: string, row: Row) => string): string {
  return runParts(expression)
    .map((part) => {
      if (typeof part === 'string') return part;
      const text = written(part.name, part.row);
      if (part.form === 'negated') return text === '0' ? '0' : `−${text}`;
      return part.form === 'in parentheses' ? text.replace(/[()]/g, '') : text;
    })
    .join('');
}
