import type { Cell } from '../file/sheet.ts';
import { type Ast, astParts } from './ast.ts';
import { ELSEWHERE, isKnownCall } from './functions.ts';
import type { NameMeanings } from './names.ts';
import { parseFormula } from './parse.ts';
import { quotedText, shortened } from './quoted.ts';
import { NotAFormula } from './tokens.ts';
import { type Cause, numberOfText } from './value.ts';

/** Characters of a text that are looked at. */
const MOST = 8_192;

const DECIMAL_COMMA = /^\s*[+-]?\d*,\d+(?:[eE][+-]?\d+)?\s*%?\s*$/;

/** Two cells with an operator between them, or a function of a cell. */
const CALCULATION =
  /\$?\b[A-Z]{1,3}\$?[1-9]\d{0,6}\s{0,9}[-+*/^]\s{0,9}\(?\s{0,9}\$?[A-Z]{1,3}\$?[1-9]|\b[A-Z]{2,9}\([-+(\s]{0,9}\$?[A-Z]{1,3}\$?[1-9]/i;

/** An address alone, which a header such as w1 or h1 looks like only by chance. */
const ADDRESS = /^(?:\$?[A-Z]{2,3}\$?[1-9]\d{0,6}|\$[A-Z]\$?[1-9]\d{0,6}|[A-Z]\$?[1-9]\d{1,6})$/;

/** What is the matter with a text where a number belongs. */
export function textCause({ value, formula, sheet }: Cell, text: string, names: NameMeanings): Cause {
  const trimmed = text.slice(0, MOST).trim();
  if (formula !== undefined)
    return trimmed === ''
      ? { kind: 'text', why: 'shows an empty text, no number' }
      : { kind: 'text', why: `gives the text ${quotedText(text)}, no number` };
  if (value === undefined)
    return { kind: 'text', why: `holds ${quotedText(text)}, which is no number that a cell can hold` };
  if (numberOfText(trimmed) !== undefined)
    return { kind: 'text-number', why: `holds the number ${shortened(trimmed)} as text` };
  if (DECIMAL_COMMA.test(trimmed))
    return {
      kind: 'decimal-comma',
      why: `holds the text ${quotedText(trimmed)}, no number: a decimal comma in a file of points`,
    };
  if (isCalculation(trimmed, sheet, names))
    return {
      kind: 'no-equals',
      why: `holds the text ${quotedText(text.trimStart())}, not a formula${missingIn(trimmed)}`,
    };
  return {
    kind: 'text',
    why: trimmed === '' ? 'holds an empty text, no number' : `holds the text ${quotedText(text)}, no number`,
  };
}

const missingIn = (text: string): string => {
  if (/^'?\s*=/.test(text)) return ': the cell takes its = for text';
  return text.includes('=') ? '' : ': the = is missing';
};

/** Whether a text is meant as a formula: it calculates with cells, and all its names are known. */
function isCalculation(text: string, sheet: string, names: NameMeanings): boolean {
  const formula = text.replace(/^[\s'=]+/, '');
  if (ADDRESS.test(formula)) return true;
  try {
    const ast = parseFormula(formula, { row: 1, column: 1 });
    return (
      astParts(ast).length > 0 &&
      readsCells(ast) &&
      callsIn(ast).every((name) => isKnownCall(name) || ELSEWHERE.has(name)) &&
      namesIn(ast).every((name) => names.lacks(names.full(name, sheet)) === false)
    );
  } catch (error) {
    if (!(error instanceof NotAFormula)) throw error;
    return CALCULATION.test(formula);
  }
}

const readsCells = (ast: Ast): boolean => ast.kind === 'cell' || ast.kind === 'range' || astParts(ast).some(readsCells);

const callsIn = (ast: Ast): readonly string[] => [
  ...(ast.kind === 'call' ? [ast.name] : []),
  ...astParts(ast).flatMap(callsIn),
];

const namesIn = (ast: Ast): readonly string[] => (ast.kind === 'name' ? [ast.name] : astParts(ast).flatMap(namesIn));

/** What an error says that is stored in a cell, where the cell's formula does not tell more. */
export function storedCause(error: string, ast: Ast | undefined, names: NameMeanings): Cause {
  switch (error) {
    case '#REF!':
      return { kind: 'gone', why: 'shows #REF!: cells or a sheet that it read are gone' };
    case '#NAME?': {
      const name = ast === undefined ? undefined : undefinedIn(ast, names);
      return {
        kind: 'name',
        why:
          name === undefined
            ? 'shows #NAME?: it uses a name that nobody defined'
            : `uses ${shortened(name)}, which is no function and no defined name`,
      };
    }
    case '#DIV/0!':
      return { kind: 'division', why: 'shows #DIV/0!: it divides by 0' };
    case '#NUM!':
      return { kind: 'overflow', why: 'shows #NUM!: its number is too large for a cell or does not exist' };
    case 'Err:522':
    case 'Err:523':
      return { kind: 'circle', why: 'reads itself in a circle' };
    case '#VALUE!':
      return { kind: 'other', why: 'shows #VALUE!: it calculates with what is no number' };
    default:
      return { kind: 'other', why: `shows ${shortened(error)}, no number` };
  }
}

/** The first function or name in a formula that nobody defined. */
function undefinedIn(ast: Ast, names: NameMeanings): string | undefined {
  if (ast.kind === 'name') return names.lacks(ast.name) === false ? undefined : ast.name;
  if (ast.kind === 'call' && !isKnownCall(ast.name) && !ELSEWHERE.has(ast.name)) return ast.name;
  for (const part of astParts(ast)) {
    const name = undefinedIn(part, names);
    if (name !== undefined) return name;
  }
  return undefined;
}
