import { type Notation, print } from './print.ts';
import type { Expression, FunctionName, Row } from './tree.ts';

/**
 * Prints a formula for a cell, without the leading `=`.
 * Source of the operators' order (a sign binds before ^): Microsoft, "Calculation operators and precedence in Excel".
 *
 * @param address gives each name the cell that holds it in a row
 */
export function excelFormula(expression: Expression, address: (name: string, row: Row) => string): string {
  const notation: Notation = {
    levels: ['sum', 'product', 'power', 'negation', 'atom'],
    plus: '+',
    minus: '-',
    sign: '-',
    times: () => '*',
    dividedBy: '/',
    group: (text) => `(${text})`,
    number: (value) => String(value),
    symbol: address,
    power: (base, _, exponent) => `${base}^${exponent}`,
    exponential: (exponent) => `EXP(${exponent})`,
    function: (name, of) => call(called[name] ?? name.toUpperCase(), of),
    conditional: (a, b, then, otherwise) => `IF(${a}>${b},${then},${otherwise})`,
    vanishing: (factor, term) => `IF(${factor}=0,0,${term})`,
    named: () => undefined,
  };
  return print(expression, notation);
}

/** Functions that spreadsheets call otherwise. */
const called: Readonly<Partial<Record<FunctionName, string>>> = { floor: 'INT' };

/** Arguments that a function takes at most. Source: Microsoft, "Excel specifications and limits". */
const MOST_ARGUMENTS = 255;

/** Calls a function; of more arguments than it takes, it gets the results of groups of them, which is the same for MAX and MIN. */
function call(name: string, of: readonly string[]): string {
  if (of.length <= MOST_ARGUMENTS) return `${name}(${of.join(',')})`;
  const groups = Array.from({ length: Math.ceil(of.length / MOST_ARGUMENTS) }, (_, k) =>
    call(name, of.slice(k * MOST_ARGUMENTS, (k + 1) * MOST_ARGUMENTS)),
  );
  return call(name, groups);
}
