import { columnNumber, LAST_COLUMN, LAST_ROW } from './addresses.ts';

const KINDS = [
  'string',
  'error',
  'sheet',
  'structure',
  'columns',
  'rows',
  'cell',
  'number',
  'function',
  'name',
  'other',
] as const;

/** What a piece of a formula is; `other` is any character that is an operator, a bracket or white space. */
export type TokenKind = (typeof KINDS)[number];

/** A piece of a formula exactly as it is written. */
export interface FormulaToken {
  readonly kind: TokenKind;
  readonly text: string;
}

const LETTER = String.raw`[\p{L}_\\]`;
const LETTER_OR_DIGIT = String.raw`[\p{L}\p{N}_.\\?]`;

// The order decides: a sheet name may look like a cell (`LR1!`), so may a function (`LOG10(`), and both come first
// or are ruled out by what follows.
const PATTERNS: Readonly<Record<TokenKind, string>> = {
  string: '"(?:[^"]|"")*"',
  error: '#[A-Za-z][A-Za-z0-9/_]*[!?]?',
  sheet: String.raw`'(?:[^']|'')*'!|(?:\[[^\]]*\])?${LETTER}[\p{L}\p{N}_.\\]*(?::${LETTER}[\p{L}\p{N}_.\\]*)?!`,
  structure: String.raw`\[(?:[^[\]]|\[[^\]]*\])*\]`,
  columns: String.raw`\$?[A-Za-z]{1,3}:\$?[A-Za-z]{1,3}(?!${LETTER_OR_DIGIT}|[$(!])`,
  rows: String.raw`\$?\d{1,7}:\$?\d{1,7}(?!${LETTER_OR_DIGIT})`,
  cell: String.raw`\$?[A-Za-z]{1,3}\$?\d{1,7}(?!${LETTER_OR_DIGIT}|[$(!])`,
  number: String.raw`(?:\d+\.?\d*|\.\d+)(?:[Ee][+-]?\d+)?`,
  function: String.raw`${LETTER}${LETTER_OR_DIGIT}*(?=\()`,
  name: `${LETTER}${LETTER_OR_DIGIT}*`,
  other: String.raw`[\s\S]`,
};

// One capturing group a kind, in the order of KINDS.
const TOKEN = new RegExp(KINDS.map((kind) => `(${PATTERNS[kind]})`).join('|'), 'gu');

/** The pieces of a formula (without its `=`); put together again they are the formula. */
export function formulaTokens(formula: string): readonly FormulaToken[] {
  const tokens: FormulaToken[] = [];
  for (const match of formula.matchAll(TOKEN)) {
    const [text] = match;
    const kind = KINDS.find((_, index) => match[index + 1] !== undefined) ?? 'other';
    tokens.push({ kind: kind === 'cell' && !isOnSheet(text) ? 'name' : kind, text });
  }
  return tokens;
}

/** A sheet that a formula mentions. */
export interface SheetMention {
  readonly name: string;
  readonly quoted: boolean;
  /** Whether the sheet is in another workbook. */
  readonly external: boolean;
}

/** The sheets a formula mentions, in order and with repetitions; `'A:C'!B2` mentions A and C. */
export function mentionedSheets(formula: string): readonly SheetMention[] {
  // Most formulas stay on their own sheet, and there are very many formulas.
  if (!formula.includes('!')) return [];
  return formulaTokens(formula)
    .filter(({ kind }) => kind === 'sheet')
    .flatMap(({ text }) => {
      const quoted = text.startsWith("'");
      const plain = quoted ? text.slice(1, -2).replaceAll("''", "'") : text.slice(0, -1);
      const external = plain.includes('[');
      return plain.split(':').map((name) => ({ name, quoted, external }));
    });
}

function isOnSheet(cell: string): boolean {
  const [, letters = '', digits = ''] = /^\$?([A-Za-z]+)\$?(\d+)$/.exec(cell) ?? [];
  const row = Number(digits);
  return columnNumber(letters) <= LAST_COLUMN && row >= 1 && row <= LAST_ROW;
}
