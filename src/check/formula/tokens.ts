import { type CellPosition, columnNumber } from '../file/address.ts';
import { type Operator, type Reference, relativeText } from './ast.ts';

/** A formula that is not read. Its message is one of the `reasons`. */
export class NotAFormula extends Error {}

/** Why a formula is not read: the end of a sentence that begins with the formula. */
export const reasons = {
  tooLong: 'is too long to judge',
  unknown: 'cannot be read',
  whole: 'reads whole rows or columns',
  elsewhere: 'reads another workbook',
  tooMuch: 'is one of too many in this workbook',
} as const;

/** A word of a formula. */
export type Token =
  | { readonly kind: 'number'; readonly value: number }
  | { readonly kind: 'text'; readonly value: string }
  | { readonly kind: 'error'; readonly error: string }
  | { readonly kind: 'name'; readonly name: string; readonly sheet?: string | undefined }
  /** A function's name and the parenthesis after it. */
  | { readonly kind: 'call'; readonly name: string }
  | Reference
  | { readonly kind: 'range'; readonly from: Reference; readonly to: Reference }
  | { readonly kind: 'operator'; readonly operator: Operator }
  | { readonly kind: 'mark'; readonly mark: '(' | ')' | ',' | '%' };

const SPACE = /\s+/y;
const NUMBER = /(?:\d+\.?\d*|\.\d+)(?:[eE][+-]?\d+)?/y;
const TEXT = /"((?:[^"]|"")*)"/y;
const ERROR = /#(?:REF!|VALUE!|NAME\?|DIV\/0!|NUM!|N\/A|NULL!)/iy;
/** Rows and columns as a whole: A:A, $1:$5. */
const WHOLE = /(?:\$?[A-Za-z]{1,3}\s*:\s*\$?[A-Za-z]{1,3}|\$?\d+\s*:\s*\$?\d+)(?![\p{L}\p{N}_.(!])/uy;
const SHEET = /(?:'((?:[^']|'')+)'|([\p{L}_][\p{L}\p{N}_.]*))!/uy;
const CELL = /(\$?)([A-Za-z]{1,3})(\$?)([1-9]\d{0,6})(?![\p{L}\p{N}_.(])/uy;
const NAME = /[\p{L}_\\][\p{L}\p{N}_.\\?]*/uy;
const OPERATOR = /<>|<=|>=|[-+*/^&=<>]/y;
const MARK = /[(),;%]/y;
/** How names, addresses and numbers begin, and which of them are numbers. */
const WORDS = /[\p{L}\p{N}$.]/u;
const DIGITS = /[\d.]/;
const COLON = /\s*:\s*/y;
const OPENING = /\s*\(/y;

/**
 * Takes a formula apart.
 *
 * @param home the cell that holds the text
 * @throws NotAFormula where it is none, or uses what is not read here
 */
export function tokensOf(text: string, home: CellPosition): readonly Token[] {
  const tokens: Token[] = [];
  let at = 0;

  const take = (pattern: RegExp): RegExpExecArray | undefined => {
    pattern.lastIndex = at;
    const found = pattern.exec(text) ?? undefined;
    if (found !== undefined) at += found[0].length;
    return found;
  };
  const cell = (sheet: string | undefined): Reference | undefined => {
    const start = at;
    const [, dollarColumn, letters = '', dollarRow, digits] = take(CELL) ?? [];
    if (digits === undefined) return undefined;
    const [fixedColumn, fixedRow] = [dollarColumn === '$', dollarRow === '$'];
    const [row, column] = [Number(digits), columnNumber(letters)];
    if (row > 1_048_576 || column > 16_384) {
      // Beyond the last cell: it can only be a name.
      at = start;
      return undefined;
    }
    return {
      kind: 'cell',
      sheet,
      row: fixedRow ? row : row - home.row,
      column: fixedColumn ? column : column - home.column,
      fixedRow,
      fixedColumn,
    };
  };
  /** What may stand after a sheet's name: a cell, a range, a name, or `#REF!` where the cell is gone. */
  const place = (): Token | undefined => {
    const prefix = take(SHEET);
    const sheet = prefix?.[1]?.replaceAll("''", "'") ?? prefix?.[2];
    if (sheet?.includes('[') === true) throw new NotAFormula(reasons.elsewhere);
    const from = cell(sheet);
    if (from !== undefined) {
      if (take(COLON) === undefined) return from;
      if (take(ERROR) !== undefined) return { kind: 'error', error: '#REF!' };
      const again = take(SHEET);
      if (again !== undefined && (again[1]?.replaceAll("''", "'") ?? again[2]) !== sheet)
        throw new NotAFormula(reasons.unknown);
      const to = cell(undefined);
      if (to === undefined) throw new NotAFormula(reasons.unknown);
      return { kind: 'range', from, to };
    }
    if (prefix !== undefined && text[at] === '#') return error();
    if (prefix !== undefined && take(WHOLE) !== undefined) throw new NotAFormula(reasons.whole);
    const name = take(NAME)?.[0];
    if (name === undefined) return undefined;
    if (prefix !== undefined) return { kind: 'name', name, sheet };
    const plain = name.replace(/^_xl(?:fn|ws)\.(?:_xlws\.)?/i, '');
    return take(OPENING) === undefined ? { kind: 'name', name: plain } : { kind: 'call', name: plain.toUpperCase() };
  };
  /** An error; after `#REF!` may stand what is left of the address, as in `#REF!$A$1`. */
  const error = (): Token | undefined => {
    const found = take(ERROR)?.[0].toUpperCase();
    if (found === undefined) return undefined;
    if (found === '#REF!' && cell(undefined) !== undefined && take(COLON) !== undefined) cell(undefined);
    return { kind: 'error', error: found };
  };
  const sign = (): Token | undefined => {
    const operator = take(OPERATOR);
    if (operator !== undefined) return { kind: 'operator', operator: operator[0] as Operator };
    const mark = take(MARK)?.[0];
    return mark === undefined
      ? undefined
      : { kind: 'mark', mark: (mark === ';' ? ',' : mark) as '(' | ')' | ',' | '%' };
  };
  const word = (): Token | undefined => {
    const first = text[at] ?? '';
    if (first === '"') {
      const string = take(TEXT);
      return string === undefined ? undefined : { kind: 'text', value: (string[1] ?? '').replaceAll('""', '"') };
    }
    if (first === '#') return error();
    if (first === '[')
      throw new NotAFormula(/^\[\d+\]/.test(text.slice(at, at + 9)) ? reasons.elsewhere : reasons.unknown);
    if (!WORDS.test(first)) return sign() ?? place();
    if (take(WHOLE) !== undefined) throw new NotAFormula(reasons.whole);
    if (!DIGITS.test(first)) return place();
    const number = take(NUMBER);
    return number === undefined ? undefined : { kind: 'number', value: Number(number[0]) };
  };

  for (take(SPACE); at < text.length; take(SPACE)) {
    const token = word();
    if (token === undefined) throw new NotAFormula(reasons.unknown);
    tokens.push(token);
  }
  return tokens;
}

/** Tokens as a text that is the same for copies of a formula. */
export const keyOfTokens = (tokens: readonly Token[]): string => tokens.map(keyOfToken).join(' ');

function keyOfToken(token: Token): string {
  switch (token.kind) {
    case 'number':
      return String(token.value);
    case 'text':
      return JSON.stringify(token.value);
    case 'error':
      return token.error;
    case 'name':
      return token.name.toLowerCase();
    case 'call':
      return `${token.name}(`;
    case 'cell':
      return relativeText(token);
    case 'range':
      return `${relativeText(token.from)}:${relativeText(token.to)}`;
    case 'operator':
      return token.operator;
    case 'mark':
      return token.mark;
  }
}
