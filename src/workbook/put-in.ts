import { type Notation, print } from '../expression/print.ts';
import { textNotation } from '../expression/text.ts';
import type { Expression } from '../expression/tree.ts';

/** Formulas with the numbers put in: 0.15 × 0.05 + 0.2 × 0.1. */

const MARK = '\u0001';

/** Like a formula in symbols, but with definitions written out, and × so that no dot can be taken for a decimal point. */
const notation: Notation = {
  ...textNotation,
  times: () => ' × ',
  symbol: (name) => `${MARK}${name}${MARK}`,
  named: () => undefined,
};

/** Texts and names of quantities in turn, a text first. */
const pieces = (expression: Expression): readonly string[] => print(expression, notation).split(MARK);

/** The formula of the text. @param written gives each quantity the cell that holds its number as a text */
export function putInFormula(expression: Expression, written: (name: string) => string): string {
  return pieces(expression)
    .flatMap((piece, k) => (k % 2 === 1 ? [written(piece)] : piece === '' ? [] : [`"${piece}"`]))
    .join('&');
}

/** The same text, made here. @param written gives each quantity its number as a text */
export function putIn(expression: Expression, written: (name: string) => string): string {
  return pieces(expression)
    .map((piece, k) => (k % 2 === 1 ? written(piece) : piece))
    .join('');
}
