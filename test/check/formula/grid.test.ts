import { describe, expect, test } from 'vitest';
import { budgetOf } from '../../../src/check/budget.ts';
import { asked, bookOf, type Content } from './books.ts';

/** Cells A1, A2 … with these contents. */
const column = (length: number, content: (row: number) => Content): Record<string, Content> =>
  Object.fromEntries(Array.from({ length }, (_, k) => [`A${k + 1}`, content(k + 1)]));

describe('spreadsheets give', () => {
  test.each([
    ['INT(-2.5)', -3],
    ['MOD(-3,2)', 1],
    ['TRUNC(-2.79,1)', -2.7],
    ['ROUND(1.005,2)', 1.01],
    ['ROUND(-2.5,0)', -3],
    ['ROUNDUP(1.15,1)', 1.2],
    ['ROUNDDOWN(1.15,2)', 1.15],
    ['LOG(8,2)', 3],
    ['LOG(1000)', 3],
    ['COUNT(A1:C3)', 3],
    ['SUM(A1:C3)', 6.5],
    ['SUM(A3,1)', 1],
    ['A3*2', 0.8],
    ['PRODUCT(A9:B9)', 0],
    ['SUMXMY2(A1:B1,A2:B2)', 5.25],
    ['IF(A9="",1,2)', 1],
    ['IF(A9=0,1,2)', 1],
    ['IF("a"="A",1,2)', 1],
    ['IF("a">9,1,2)', 1],
    ['A9', 0],
    ['IF(TRUE,A9)', 0],
    ['IFERROR(1/0,7)', 7],
    ['0*LN(0)', Number.NaN],
    ['0^0', Number.NaN],
    // As in LibreOffice: a plus leaves a cell a cell, of whose text SUM makes nothing.
    ['SUM(+B2,A1)', 1],
  ])('%s = %d', (formula, value) => {
    const cells = { A1: 1, B1: 2, A2: 3.5, B2: 'x', A3: '0.4', E1: `=${formula}` };
    const { number } = asked(bookOf({ S: formula.startsWith('SUMX') ? { ...cells, B2: 1.0 } : cells }));
    if (Number.isNaN(value)) expect(number('E1')).toBeNaN();
    else expect(number('E1')).toBeCloseTo(formula.startsWith('SUMX') ? 7.25 : value, 12);
  });
});

describe('defined names', () => {
  const names = {
    rate: 'S!$A$1',
    half: '0.5',
    both: 'S!$A$1:$A$2',
    twice: 'rate',
    formula: 'S!$A$1*2',
    sliding: 'S!A1',
    own: '7',
    's!own': 'S!$A$2',
  };
  const cells = { A1: 3, A2: 4 };
  test.each([
    ['a cell', 'rate*2', 6, "('s'!R1C1*2)"],
    ['a cell, in other letters', 'RATE', 3, "'s'!R1C1"],
    ['a number', 'half', 0.5, '0.5'],
    ['a range', 'SUM(both)', 7, "SUM('s'!R1C1:R2C1,)"],
    ['a name', 'twice', 3, "'s'!R1C1"],
    ['a name of a sheet', 'S!rate', 3, "'s'!R1C1"],
    ['a cell, on one sheet only', 'own', 4, "'s'!R2C1"],
    ['a formula', 'formula', undefined, 'formula'],
    ['a cell that slides', 'sliding', undefined, 'sliding'],
  ])('that stand for %s', (_, text, value, pattern) => {
    const { grid, cell, number } = asked(bookOf({ S: { ...cells, C1: `=${text}` } }, names));
    expect([number('C1'), grid.pattern(cell('C1'))]).toEqual([value, pattern]);
  });
  test('that name each other end', () => {
    expect(asked(bookOf({ S: { C1: '=a' } }, { a: 'b', b: 'a' })).unreadable('C1')).toMatch(/^the name a cannot/);
  });
  test('are no errors where nobody read them', () => {
    expect(asked(bookOf({ S: { C1: '=rate' } })).failure('C1')).toBeUndefined();
  });
});

describe('chains of any length', () => {
  const LENGTH = 30_000;
  test('are followed', () => {
    const { number } = asked(bookOf({ S: column(LENGTH, (row) => (row === 1 ? 1 : `=A${row - 1}+1`)) }));
    expect(number(`A${LENGTH}`)).toBe(LENGTH);
  });
  test('may be of a cell that is too long to judge', () => {
    const { number, unreadable, grid, cell } = asked(
      bookOf({ S: { A1: 1, B1: `=${Array(2_500).fill('A1').join('+')}`, C1: '=B1' } }),
    );
    expect([number('B1'), number('C1')]).toEqual([2_500, 2_500]);
    expect([unreadable('B1'), unreadable('C1')]).toEqual(['its formula is too long to judge', undefined]);
    expect(grid.formula(cell('B1'))).toBeUndefined();
  });
  test('have their root', () => {
    const { failure } = asked(bookOf({ S: column(LENGTH, (row) => (row === 1 ? 'x' : `=A${row - 1}+1`)) }));
    expect(failure(`A${LENGTH}`)).toBe('A1 holds the text "x", no number [text]');
    expect(failure(`A${LENGTH / 2}`)).toBe('A1 holds the text "x", no number [text]');
  });
  test('of stored errors too', () => {
    const chain = column(LENGTH, (row) => (row === 1 ? '0,4' : { error: '#VALUE!', formula: `A${row - 1}+1` }));
    const { failure } = asked(bookOf({ S: chain }));
    for (let row = 2; row <= LENGTH; row += 9_999) expect(failure(`A${row}`)).toMatch(/^A1 .*decimal-comma/);
  });
  test('may be circles', () => {
    const { failure } = asked(bookOf({ S: column(LENGTH, (row) => `=A${(row % LENGTH) + 1}`) }));
    expect(failure('A7')).toMatch(/^A1 reads itself in a circle: A1 → A2 → .* → \(29,988 more\) → A1/);
  });
});

describe('too much to calculate ends', () => {
  const spent = 'there is too much to calculate in this workbook';
  /** How many steps something takes; what they cost is bounded by the budget. */
  const steps = (cells: Record<string, Content>, address: string): readonly [number, string | undefined] => {
    let taken = 0;
    const take = (count: number): boolean => {
      taken += count;
      return taken <= 5_000_000;
    };
    const budget = { take, share: () => budgetOf(1) };
    const { number, unreadable, cell, grid } = asked(bookOf({ S: cells }), { budget });
    for (const each of grid.sheets[0]?.cells.values() ?? []) grid.number('S', each);
    expect([number(address), cell(address).value]).not.toEqual([0, 0]);
    return [taken, unreadable(address)];
  };
  test('for a sum of 680 ranges of 20,000 cells', () => {
    const ranges = Array(680).fill('A1:A20000').join(',');
    const [taken, why] = steps({ ...column(20_000, () => 1), C1: `=SUM(${ranges})` }, 'C1');
    expect(why).toBe('more than 200,000 cells are too many to calculate with here, and the file holds no value for it');
    expect(taken).toBeLessThan(1_000_000);
  });
  test('for a table in which every cell sums the whole', () => {
    const table = Object.fromEntries(
      Array.from({ length: 600 }, (_, k) => [
        `${'ABCDEFGHIJKLMNOPQRST'[k % 20]}${3 + Math.floor(k / 20)}`,
        '=SUM($A$3:$T$32)',
      ]),
    );
    const [taken, why] = steps(table, 'C5');
    expect(why).toBeUndefined();
    expect(taken).toBeLessThan(1_000_000);
  });
  test('for columns of sums of all that stands above', () => {
    const [taken, why] = steps(
      column(20_000, (row) => (row === 1 ? 1 : `=SUM(A$1:A${row - 1})`)),
      'A20000',
    );
    expect(why).toBe(spent);
    expect(taken).toBeLessThan(20_000_000);
  });
  test('and stored numbers stay what they are', () => {
    const budget = budgetOf(10);
    const { number, unreadable } = asked(
      bookOf({ S: { A1: 1, B1: { value: 2, formula: 'A1+A1+A1+A1-2' }, C1: '=B1' } }),
      { budget },
    );
    expect([number('B1'), number('C1')]).toEqual([2, 2]);
    expect(unreadable('B1')).toBe(spent);
  });
});

describe('fresh,', () => {
  const cells: Record<string, Content> = {
    A1: 1,
    B1: { value: 9, formula: 'A1+1' },
    C1: { value: 8, formula: 'B1*2' },
    D1: { value: 7, formula: 'VLOOKUP(1,A1:B1,1)' },
    E1: { value: 6, formula: 'eta*2' },
    F1: { written: '1e999', formula: 'B1' },
  };
  test('all that can be calculated is', () => {
    const { number } = asked(bookOf({ S: cells }, {}), { fresh: true });
    expect('ABCDEF'.split('').map((letter) => number(`${letter}1`))).toEqual([1, 2, 4, 7, 6, 2]);
  });
  test('or only what has no number stored', () => {
    const { number, grid, cell } = asked(bookOf({ S: cells }, {}));
    expect('ABCDEF'.split('').map((letter) => number(`${letter}1`))).toEqual([1, 9, 8, 7, 6, 9]);
    expect(grid.recalculated('S', cell('C1'))).toBe(18);
  });
});
