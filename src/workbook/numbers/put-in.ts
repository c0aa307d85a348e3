import { type Notation, print } from '../../expression/print.ts';
import { textNotation } from '../../expression/text.ts';
import type { Expression, Row } from '../../expression/tree.ts';

/** Formulas with the numbers put in: 0.15 × 0.05 + 0.2 × 0.1. */

const MARK = '\u0001';

/** Like a formula in symbols, but with definitions written out, and × so that no dot can be taken for a decimal point. */
const notation: Notation = {
  ...textNotation,
  times: () => ' × ',
  named: () => undefined,
};

/** Texts and what stands for symbols in turn, a text first. */
const pieces = (expression: Expression, written: (name: string, row: Row) => string): readonly string[] =>
  print(expression, { ...notation, symbol: (name, row) => `${MARK}${written(name, row)}${MARK}` }).split(MARK);

/** The formula of the text. @param written gives each quantity the cell that holds its number as a text */
export function putInFormula(expression: Expression, written: (name: string, row: Row) => string): string {
  return pieces(expression, written)
    .flatMap((piece, k) => (k % 2 === 1 ? [piece] : piece === '' ? [] : [`"${piece}"`]))
    .join('&');
}

/** The same text, made here. @param written gives each quantity its number as a text */
export function putIn(expression: Expression, written: (name: string, row: Row) => string): string {
  return pieces(expression, written).join('');
}
