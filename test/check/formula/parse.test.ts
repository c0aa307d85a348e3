import { describe, expect, test } from 'vitest';
import { patternOf } from '../../../src/check/formula/ast.ts';
import { parseFormula } from '../../../src/check/formula/parse.ts';

const home = { row: 6, column: 17 };

/** A formula in Q6 as its tree says it, or why it is not read. */
function read(text: string, at = home): string {
  try {
    return patternOf(parseFormula(text, at));
  } catch (error) {
    return error instanceof Error ? error.message : '';
  }
}

describe('operators bind as in Excel:', () => {
  test.each([
    ['1+2*3', '(1+(2*3))'],
    ['1-2-3', '((1-2)-3)'],
    ['-2^2', '(-2^2)'],
    ['2^3^2', '((2^3)^2)'],
    ['2^-1', '(2^-1)'],
    ['--2', '--2'],
    ['-----2', '-2'],
    ['50%^2', '(%50^2)'],
    ['1&2=3', '((1&2)=3)'],
    ['1+2 >= 3*4', '((1+2)>=(3*4))'],
    ['(1+2)*3', '((1+2)*3)'],
    ['+A1', 'R[-5]C[-16]'],
  ])('%s', (text, tree) => {
    expect(read(text)).toBe(tree);
  });
});

describe('what formulas are made of:', () => {
  test.each([
    ['cells', 'M6*$J$6', '(R[0]C[-4]*R6C10)'],
    ['a cell of another sheet', "'LR 0.5'!$B$3", "'lr 0.5'!R3C2"],
    ["a sheet with a ' in its name", "'Zoe''s'!B3", "'zoe's'!R[-3]C[-15]"],
    ['a sheet without quotes', 'Sheet1!B3', "'sheet1'!R[-3]C[-15]"],
    ['a range', 'SUM($A$3:A5)', 'SUM(R3C1:R[-1]C[-16],)'],
    ['a range of another sheet', 'SUM(S!A1:B2)', "SUM('s'!R[-5]C[-16]:R[-4]C[-15],)"],
    ['semicolons', 'IF(1;2;3)', 'IF(1,2,3,)'],
    ['an argument left out', 'IF(1,,3)', 'IF(1,0,3,)'],
    ['no argument', 'PI()', 'PI()'],
    ['newer functions', '_xlfn.SINGLE(1)+_xlws.SORT(1)', '(SINGLE(1,)+SORT(1,))'],
    ['functions that look like cells', 'LOG10(1)', 'LOG10(1,)'],
    ['truths', 'true+FALSE()', '(true+false)'],
    ['texts', '"a ""b"""', String.raw`"a \"b\""`],
    ['errors', '#REF!*1+#DIV/0!', '((#REF!*1)+#DIV/0!)'],
    ['cells of a sheet that is gone', '#REF!$A$1+#REF!A1:B2+Sheet1!#REF!', '((#REF!+#REF!)+#REF!)'],
    ['names', 'Rate*2', '(rate*2)'],
    ['names beyond the last column', 'XFE1+ZZZ1', '(xfe1+zzz1)'],
    ['numbers', '1.5E-3+.5+2.', '((0.0015+0.5)+2)'],
    ['white space', ' SUM ( A1 ,\n 2 ) ', 'SUM(R[-5]C[-16],2,)'],
  ])('%s', (_, text, tree) => {
    expect(read(text)).toBe(tree);
  });
});

describe('what is not read says why:', () => {
  const unknown = 'cannot be read';
  test.each([
    ['', unknown],
    ['1+', unknown],
    ['SUM(1+)', unknown],
    ['SUM(2,1+)', unknown],
    ['2*(1+)', unknown],
    ['1 2', unknown],
    ['A1 B2', unknown],
    ['(1', unknown],
    ['1)', unknown],
    ['(1,2)', unknown],
    ['"a', unknown],
    ['{1,2}', unknown],
    ['Table1[w1]', unknown],
    ['A1:', unknown],
    ['Sheet1:Sheet3!A1', unknown],
    ['SUM(A:A)', 'reads whole rows or columns'],
    ['SUM($1:$5)', 'reads whole rows or columns'],
    ['SUM(S!A:XFD)', 'reads whole rows or columns'],
    ['[1]Sheet1!A1', 'reads another workbook'],
    ["'[1]LR 1'!A1", 'reads another workbook'],
  ])('%s', (text, why) => {
    expect(read(text)).toBe(why);
  });
});

describe('formulas of any length and depth are read or named as too long:', () => {
  const tooLong = 'is too long to judge';
  const parentheses = (of: string, count: number): string => '('.repeat(count) + of + ')'.repeat(count);
  const calls = (count: number): string => `${'ABS('.repeat(count)}1${')'.repeat(count)}`;
  test.each<readonly [string, string, string | RegExp]>([
    ['99 in 70 parentheses', parentheses('99', 70), '99'],
    ['1 in 4,000 parentheses', parentheses('1', 4_000), '1'],
    ['a sum of 900 terms', Array(900).fill('1').join('+'), /^\({899}1\+1\)/],
    ['8,000 signs', `${'-'.repeat(8_000)}1`, '--1'],
    ['a sum of 4,000 terms', Array(4_000).fill('1').join('+'), /^\({3999}1\+1\)/],
    ['100 functions in each other', calls(100), /^(ABS\(){100}1/],
    ['300 functions in each other', calls(300), tooLong],
    ['a % of a % …', `1${'%'.repeat(300)}`, tooLong],
    ['8,193 characters', `1${' '.repeat(8_192)}`, tooLong],
    ['powers of powers', `${'2^('.repeat(250)}2${')'.repeat(250)}`, tooLong],
  ])('%s', (_, text, tree) => {
    expect(read(text)).toEqual(typeof tree === 'string' ? tree : expect.stringMatching(tree));
  });
});

test('copies have the same pattern, others do not', () => {
  const one = read('M6*$J$6+N5', { row: 6, column: 17 });
  expect(read('m7 * $J$6 + N6', { row: 7, column: 17 })).toBe(one);
  expect(read('M6*J6+N5', { row: 6, column: 17 })).not.toBe(one);
  expect(read('M6*$J$6+N5', { row: 7, column: 17 })).not.toBe(one);
});
