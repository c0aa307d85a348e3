import { describe, expect, test } from 'vitest';
import type { FoundTable } from '../../src/check/find/join.ts';
import type { Track } from '../../src/check/find/track.ts';
import { gridOf } from '../../src/check/formula/grid.ts';
import { isStale, noNumbersNote } from '../../src/check/stale.ts';
import { bookOf, type Content } from './formula/books.ts';

const column = (letter: number): Track => ({
  sites: [2, 3].map((row) => ({ sheet: 'S', row, column: letter })),
});

const table: FoundTable = {
  sheet: 'S',
  header: 1,
  upright: false,
  iterations: 2,
  tracks: new Map([
    ['h1', column(1)],
    ['a_h1', column(2)],
  ]),
};

/** Whether the numbers of A2:B3 are stale, beside what C1 and C2 hold. */
function stale(cells: Readonly<Record<string, Content>>): boolean {
  const book = bookOf({ S: { C1: 1 / 3, C2: 2 / 3, ...cells } });
  return isStale(gridOf(book), gridOf(book, { fresh: true }), table);
}

const cell = (formula: string, value: number): Content => ({ formula, value, written: String(value) });

const exact = 1 / 3;
const rounded = (value: number, digits: number): number => Number(value.toPrecision(digits));

describe('stored numbers', () => {
  test.each<readonly [string, boolean, Readonly<Record<string, Content>>]>([
    ['of all digits agree', false, { A2: cell('C1*C2', exact * (2 / 3)), B2: cell('A2*3', exact * (2 / 3) * 3) }],
    ['of another formula do not', true, { A2: cell('C1*C2', exact), B2: cell('A2*3', exact * 3) }],
    ['that are old agree with each other alone', true, { A2: cell('C1*C2', 0.25), B2: cell('A2*3', 0.75) }],
    [
      'of 10 digits agree',
      false,
      { A2: cell('C1', rounded(exact, 10)), B2: cell('A2-C2/2+C2/1E7', rounded(2e-7 / 3, 10)) },
    ],
    [
      'of 10 decimals agree',
      false,
      { A2: cell('C1', 0.3333333333), B2: cell('A2/1E6', 0.0000003333), A3: cell('C2', 0.6666666667) },
    ],
    [
      'of 10 digits, one of them wrong, do not',
      true,
      { A2: cell('C1', rounded(exact, 10)), B2: cell('A2*2', 0.6666666657) },
    ],
    ['of one digit are not rounded ones', true, { A2: cell('C1', 0.3) }],
    [
      'among rounded ones that lack a digit are not',
      true,
      { A2: cell('C1', rounded(exact, 10)), B2: cell('A2', 0.33) },
    ],
    ['of 17 digits are not rounded', true, { A2: cell('C1', exact), B2: cell('A2-C2/2+C2/1E3', 6.6667e-4) }],
    ['in a circle are never right', true, { A2: cell('B2', 1), B2: cell('A2', 1) }],
    ['of what cannot be calculated count', false, { A2: cell('OFFSET(C1,0,0)', 5), B2: cell('A2*2', 10) }],
    ['beside a stored error that is none', true, { A2: { formula: 'C1', error: '#VALUE!' } }],
    ['beside an error that is one', false, { A2: { formula: 'C1/0', error: '#DIV/0!' } }],
    ['that are typed do not count', false, { A2: 5 }],
  ])('%s', (_, is, cells) => {
    expect(stale(cells)).toBe(is);
  });
});

test('stored values that are no numbers are told', () => {
  const note = (cells: Readonly<Record<string, Content>>) => noNumbersNote(gridOf(bookOf({ S: cells })), table);
  expect(note({ A2: { formula: 'C1', written: '1e999' }, B2: { formula: 'A2', written: 'NaN' } })).toMatchObject({
    mistake: false,
    cell: 'A2',
    count: 2,
    message: 'The file holds stored values that are no numbers, such as "1e999" in A2; they were computed again.',
  });
  expect(note({ A2: { formula: 'C1' }, B2: 1 })).toBeUndefined();
});
