import { columnNumber, type Place } from '../file/address.ts';
import type { Ast, Operator, Reference } from './ast.ts';

const SPACE = /\s*/y;
const NUMBER = /(?:\d+\.?\d*|\.\d+)(?:[eE][+-]?\d+)?/y;
const TEXT = /"((?:[^"]|"")*)"/y;
const CELL =
  /(?:(?:'((?:[^']|'')+)'|([\p{L}_][\p{L}\p{N}_.]*))!)?(\$?)([A-Za-z]{1,3})(\$?)([1-9]\d{0,6})(?![\p{L}\p{N}_.(])/uy;
const NAME = /[\p{L}_\\][\p{L}\p{N}_.]*/uy;

const levels: readonly (readonly Operator[])[] = [
  ['<>', '<=', '>=', '=', '<', '>'],
  ['&'],
  ['+', '-'],
  ['*', '/'],
  ['^'],
];

/** Parentheses within parentheses; more is no learner's formula. */
const MAX_DEPTH = 60;

class NotAFormula extends Error {}

/**
 * Reads a cell's formula without its `=`. The operators bind as in Excel: a sign before ^, and ^ from the left.
 * Source: Microsoft, "Calculation operators and precedence in Excel".
 *
 * @param home the cell that holds the text
 * @returns undefined where it is not a formula that this reader knows
 */
export function parseFormula(text: string, home: Place): Ast | undefined {
  let at = 0;
  let depth = 0;

  const take = (pattern: RegExp): RegExpExecArray | undefined => {
    pattern.lastIndex = at;
    const found = pattern.exec(text) ?? undefined;
    if (found !== undefined) at += found[0].length;
    return found;
  };
  const takeText = (wanted: string): boolean => {
    take(SPACE);
    if (!text.startsWith(wanted, at)) return false;
    at += wanted.length;
    return true;
  };
  const expect = (wanted: string): void => {
    if (!takeText(wanted)) throw new NotAFormula();
  };
  const binary = (level: number): Ast => {
    const operators = levels[level];
    if (operators === undefined) return signed();
    let left = binary(level + 1);
    for (;;) {
      const operator = operators.find((each) => takeText(each));
      if (operator === undefined) return left;
      left = { kind: 'binary', operator, left, right: binary(level + 1) };
    }
  };
  const whole = (): Ast => {
    if (++depth > MAX_DEPTH) throw new NotAFormula();
    const result = binary(0);
    depth--;
    return result;
  };
  const signed = (): Ast => {
    let negative = false;
    let sign = takeText('-') ? '-' : takeText('+') ? '+' : '';
    for (; sign !== ''; sign = takeText('-') ? '-' : takeText('+') ? '+' : '') if (sign === '-') negative = !negative;
    let of = atom();
    while (takeText('%')) of = { kind: 'percent', of };
    return negative ? { kind: 'sign', of } : of;
  };
  const atom = (): Ast => {
    take(SPACE);
    if (takeText('(')) {
      const inner = whole();
      expect(')');
      return inner;
    }
    const string = take(TEXT);
    if (string !== undefined) return { kind: 'text', value: (string[1] ?? '').replaceAll('""', '"') };
    const cell = reference();
    if (cell !== undefined) return takeText(':') ? { kind: 'range', from: cell, to: needed(reference()) } : cell;
    const number = take(NUMBER);
    if (number !== undefined) return { kind: 'number', value: Number(number[0]) };
    const name = take(NAME);
    if (name === undefined) throw new NotAFormula();
    return takeText('(')
      ? { kind: 'call', name: name[0].toUpperCase().replace(/^_XLFN\./, ''), of: list() }
      : { kind: 'name', name: name[0] };
  };
  const list = (): readonly Ast[] => {
    if (takeText(')')) return [];
    const items = [whole()];
    while (takeText(',') || takeText(';')) items.push(whole());
    expect(')');
    return items;
  };
  const reference = (): Reference | undefined => {
    take(SPACE);
    const found = take(CELL);
    if (found === undefined) return undefined;
    const [, quoted, plain, dollarColumn, letters = '', dollarRow, digits] = found;
    const [fixedColumn, fixedRow] = [dollarColumn === '$', dollarRow === '$'];
    const [row, column] = [Number(digits), columnNumber(letters)];
    return {
      kind: 'cell',
      sheet: quoted?.replaceAll("''", "'") ?? plain,
      row: fixedRow ? row : row - home.row,
      column: fixedColumn ? column : column - home.column,
      fixedRow,
      fixedColumn,
    };
  };
  try {
    const result = whole();
    take(SPACE);
    return at === text.length ? result : undefined;
  } catch (error) {
    if (error instanceof NotAFormula) return undefined;
    throw error;
  }
}

function needed<Value>(value: Value | undefined): Value {
  if (value === undefined) throw new NotAFormula();
  return value;
}
