import { describe, expect, test } from 'vitest';
import { asked, bookOf, type Content } from './books.ts';

/** Why C1 shows no number, beside these cells of a workbook with the name `rate`. */
const failure = (cells: Readonly<Record<string, Content>>): string | undefined =>
  asked(bookOf({ S: { A1: 2, B1: 0, ...cells }, 'LR 1': { A1: 1 } }, { rate: 'S!$A$1', gone: '#REF!' })).failure('C1');

const stored = (error: string, formula: string): Content => ({ error, formula });

describe('a cell that shows no number says why:', () => {
  test.each<readonly [string, Content, string]>([
    ['cells that are gone', '=#REF!*1', 'C1 reads cells or a sheet that are gone: its formula holds #REF! [gone]'],
    [
      'cells of a name that are gone',
      '=gone*1',
      'C1 reads cells or a sheet that are gone: its formula holds #REF! [gone]',
    ],
    ['a sheet that is not there', "='LR 2'!A1", 'C1 reads the sheet "LR 2", which the workbook does not have [gone]'],
    ['a stored #REF!', { error: '#REF!' }, 'C1 shows #REF!: cells or a sheet that it read are gone [gone]'],
    ['a name', '=A1*eta', 'C1 uses the name eta, which nobody defined [name]'],
    [
      'a function',
      stored('#NAME?', '1/(1+EXPP(-A1))'),
      'C1 uses EXPP, which is no function and no defined name [name]',
    ],
    [
      'a formula without =',
      'M6*J6+N6*L6',
      'C1 holds the text "M6*J6+N6*L6", not a formula: the = is missing [no-equals]',
    ],
    [
      'one with a space before it',
      "  'SUM(A1:B1)",
      `C1 holds the text "'SUM(A1:B1)", not a formula: the = is missing [no-equals]`,
    ],
    [
      'one that lacks a parenthesis',
      '1/(1+EXP(-K6)',
      'C1 holds the text "1/(1+EXP(-K6)", not a formula: the = is missing [no-equals]',
    ],
    ['one with a name', 'A1-rate*B1', 'C1 holds the text "A1-rate*B1", not a formula: the = is missing [no-equals]'],
    [
      'one with its =',
      { value: '=A1*B1' },
      'C1 holds the text "=A1*B1", not a formula: the cell takes its = for text [no-equals]',
    ],
    [
      'a decimal comma',
      '0,4',
      'C1 holds the text "0,4", no number: a decimal comma in a file of points [decimal-comma]',
    ],
    ['a number as text', ' 0.4', 'C1 holds the number 0.4 as text [text-number]'],
    ['a word', 'see run-1', 'C1 holds the text "see run-1", no number [text]'],
    ['a lone cell', 'B2', 'C1 holds the text "B2", no number [text]'],
    ['a space', ' ', 'C1 holds an empty text, no number [text]'],
    ['an empty text', '=IF(A1>1,"","x")', 'C1 shows an empty text, no number [text]'],
    ['a truth', '=A1>1', 'C1 shows TRUE, no number [text]'],
    [
      'a stored number that is none',
      { written: '1e999' },
      'C1 holds "1e999", which is no number that a cell can hold [text]',
    ],
    ['a division by 0', '=A1/B1', 'C1 divides by B1, which is 0 [division]'],
    ['a division by nothing', '=A1/B9', 'C1 divides by B9, which is empty [division]'],
    ['a division by a difference', '=1/(A1-A1)', 'C1 divides by a part of its formula that is 0 [division]'],
    ['a mean of nothing', '=AVERAGE(B8:B9)', 'C1 divides by 0 in AVERAGE of what it reads [division]'],
    ['a number too large', '=EXP(A1*500)', 'C1 takes EXP of 1000, which is no number that a cell can hold [overflow]'],
    ['a logarithm', '=LN(-A1)', 'C1 takes LN of -2, which does not exist [overflow]'],
    ['a product too large', '=1E300*1E300', 'C1 gives a number too large for a cell, by * [overflow]'],
    ['a text in a formula', '=A1*"x"', 'C1 calculates with a text [text]'],
    ['#N/A', { error: '#N/A' }, 'C1 shows #N/A, no number [other]'],
    ['a lookup', stored('#N/A', 'VLOOKUP(7,A1:B2,1)'), 'C1 shows #N/A, no number [other]'],
    ['itself', '=C1+1', 'C1 reads itself, a circle of one cell [circle]'],
  ])('%s', (_, content, why) => {
    expect(failure({ C1: content })).toBe(why);
  });

  test.each<readonly [string, Content]>([
    ['a number', 1],
    ['a formula', '=A1*2'],
    ['a text that counts as a number', '="3"*A1'],
    ['a sum with a text in it', '=SUM(A1:B2)'],
    ['a formula that cannot be calculated', '=VLOOKUP(7,A1:B2,1)'],
  ])('but not %s', (_, content) => {
    expect(failure({ B2: 'note', C1: content })).toBeUndefined();
  });
});

describe('the root is the first cell on the way', () => {
  test('of a text that is calculated with', () => {
    expect(failure({ A2: 'A1*A1', B2: '=A2+1', C2: '=B2*2', C1: '=EXP(C2)' })).toMatch(/^A2 holds the text "A1\*A1"/);
  });
  test('of stored errors', () => {
    expect(failure({ A2: '0,4', B2: stored('#VALUE!', 'A2+1'), C1: stored('#VALUE!', 'B2*2') })).toMatch(
      /^A2 holds .*decimal comma/,
    );
    expect(failure({ A2: stored('#DIV/0!', 'A1/B1'), C1: stored('#DIV/0!', 'SUM(A1:A2)') })).toBe(
      'A2 divides by B1, which is 0 [division]',
    );
    expect(failure({ A2: stored('#VALUE!', 'C1'), C1: stored('#VALUE!', 'A2') })).toBe(
      'C1 reads itself in a circle: C1 → A2 → C1 [circle]',
    );
  });
  test('and the first cell that shows an error is told too', () => {
    const { grid, cell } = asked(bookOf({ S: { A1: 'x', B1: '=A1+1', C1: '=B1' } }));
    expect(grid.failureOf(cell('C1'))).toMatchObject({ root: cell('A1'), firstError: cell('B1') });
    expect(grid.failureOf(cell('A1'))).toMatchObject({ root: cell('A1'), firstError: cell('A1') });
  });
});

describe('circles are told with their cells, from the first one:', () => {
  test('two cells', () => {
    const { failure: why, number } = asked(bookOf({ S: { B2: '=A1+1', A1: '=B2', C3: '=A1*2' } }));
    expect([why('B2'), why('C3')]).toEqual(Array(2).fill('A1 reads itself in a circle: A1 → B2 → A1 [circle]'));
    expect(number('C3')).toBeNaN();
  });
  test('on two sheets', () => {
    const { failure: why } = asked(bookOf({ S: { A1: "='T U'!A1" }, 'T U': { A1: '=S!A1' } }));
    expect(why('A1')).toBe("A1 reads itself in a circle: A1 → 'T U'!A1 → A1 [circle]");
  });
  test('a hundred cells: the first twelve', () => {
    const cells = Object.fromEntries(Array.from({ length: 100 }, (_, k) => [`A${k + 1}`, `=A${((k + 1) % 100) + 1}`]));
    const { grid, cell, failure: why } = asked(bookOf({ S: cells }));
    expect(why('A50')).toBe(
      'A1 reads itself in a circle: A1 → A2 → A3 → A4 → A5 → A6 → A7 → A8 → A9 → A10 → A11 → A12 → (88 more) → A1 [circle]',
    );
    expect(grid.failureOf(cell('A50'))?.circle).toHaveLength(12);
  });
  test('no IFERROR hides one, and no branch that is not taken makes one', () => {
    expect(failure({ C1: '=IFERROR(C1,1)' })).toBe('C1 reads itself, a circle of one cell [circle]');
    expect(failure({ C1: '=IF(A1=2,1,C1)' })).toBeUndefined();
  });
});

test('no text of a file gets out of its line', () => {
  const why = failure({ C1: `x\n\u202Ezoe.xlsx: all right\u001b[2J${'y'.repeat(100)}` });
  expect(why).toBe(`C1 holds the text "x\ufffd\ufffdzoe.xlsx: all right\ufffd[2J${'y'.repeat(33)}…", no number [text]`);
});

describe('what cannot be judged says so:', () => {
  test.each<readonly [string, Content, string | undefined]>([
    ['a lookup', '=VLOOKUP(7,A1:B2,1)+99', 'VLOOKUP cannot be calculated here, and the file holds no value for it'],
    ['one with a value', { formula: 'VLOOKUP(7,A1:B2,1)+99', value: 99, written: '99' }, undefined],
    ['what reads one', '=D1*2', 'it reads D1: OFFSET cannot be calculated here, and the file holds no value for it'],
    ['whole columns', '=SUM(A:A)', 'its formula reads whole rows or columns'],
    [
      'what reads whole columns',
      '=E1',
      'it reads E1, whose formula reads whole rows or columns, and the file holds no value for it',
    ],
    ['no formula', '=1+', 'its formula cannot be read'],
    ['4,000 terms', `=${Array(4_000).fill('1').join('+')}`, 'its formula is too long to judge'],
    [
      '4,000 terms with a value',
      { formula: Array(4_000).fill('1').join('+'), value: 4_000 },
      'its formula is too long to judge',
    ],
    ['a number', '=A1', undefined],
    ['an error', '=A1/0', undefined],
  ])('%s', (_, content, why) => {
    expect(asked(bookOf({ S: { A1: 1, D1: '=OFFSET(A1,1,1)', E1: '=SUM(A:A)', C1: content } })).unreadable('C1')).toBe(
      why,
    );
  });
});
