import { describe, expect, test } from 'vitest';
import { formulaTokens, mentionedSheets } from './formula-tokens.ts';
import { shiftable } from './shift-formula.ts';

const shift = (formula: string, rows: number, columns: number): string => shiftable(formula)(rows, columns);

describe('copying a formula', () => {
  test.each([
    ['A1+$A1+A$1+$A$1', 'B3+$A3+B$1+$A$1'],
    ['SUM(A1:$B$9)', 'SUM(B3:$B$9)'],
    ['LOG10(A1)+ATAN2(B2,C3)', 'LOG10(B3)+ATAN2(C4,D5)'],
    ['"A1 ""B2"" C3"&A1', '"A1 ""B2"" C3"&B3'],
    ["'Run A1'!A1+'it''s B2'!$B2", "'Run A1'!B3+'it''s B2'!$B4"],
    ['LR1!A1+Input!$B$1', 'LR1!B3+Input!$B$1'],
    ['eta*A1+w_1+_A1+A1.b+η1', 'eta*B3+w_1+_A1+A1.b+η1'],
    ['1E5+2e-3*A1-.5E1', '1E5+2e-3*B3-.5E1'],
    ['A:A+$B:C+1:1+$2:3', 'B:B+$B:D+3:3+$2:5'],
    ['XFE1+A1048577+ABCD1', 'XFE1+A1048577+ABCD1'],
    ['IF(TRUE,#N/A,#REF!)', 'IF(TRUE,#N/A,#REF!)'],
    ['Table1[[#All],[A1]]+A1', 'Table1[[#All],[A1]]+B3'],
    ['1/(1+EXP(-J20))', '1/(1+EXP(-K22))'],
    ['a1+$b$2', 'B3+$B$2'],
  ])('%s becomes %s', (formula, copy) => {
    expect(shift(formula, 2, 1)).toBe(copy);
  });

  test('a reference that leaves the sheet is broken', () => {
    expect(shift('A1+B2', -1, 0)).toBe('#REF!+B1');
    expect(shift('A1:B2+$A2', 0, -1)).toBe('#REF!:A2+$A2');
    expect(shift('XFD1', 0, 1)).toBe('#REF!');
  });

  test('copying nowhere changes nothing', () => {
    expect(shift('IF(\'Run 1\'!A1>=1E-7, LOG10($A$1) , "")', 0, 0)).toBe('IF(\'Run 1\'!A1>=1E-7, LOG10($A$1) , "")');
  });
});

describe('the pieces of a formula', () => {
  test('have kinds', () => {
    const kinds = formulaTokens(`LOG10('a'!B2)+eta&"x"`).map(({ kind, text }) => `${kind} ${text}`);
    expect(kinds).toEqual([
      'function LOG10',
      'other (',
      "sheet 'a'!",
      'cell B2',
      'other )',
      'other +',
      'name eta',
      'other &',
      'string "x"',
    ]);
  });

  test('sheets are found with their plain names', () => {
    expect(mentionedSheets(`"no!A1"&'it''s'!A1+Input!B2+SUM('A:C'!D4)+[1]Other!A1`)).toEqual([
      { name: "it's", quoted: true, external: false },
      { name: 'Input', quoted: false, external: false },
      { name: 'A', quoted: true, external: false },
      { name: 'C', quoted: true, external: false },
      { name: '[1]Other', quoted: false, external: true },
    ]);
  });
});
