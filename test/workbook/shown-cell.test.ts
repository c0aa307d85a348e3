import { expect, test } from 'vitest';
import { InputError } from '../../src/network/input-error.ts';
import { cellOfShown } from '../../src/workbook/network/diagram/shown-cell.ts';

const cells = (count: number, step: (k: number) => number): readonly string[] =>
  Array.from({ length: count }, (_, k) => `Steps!$E$${10 + step(k)}`);

test.each([
  ['the only one', cells(1, () => 0), 'Steps!$E$10'],
  ['one of a few', cells(2, (k) => 3 * k), 'CHOOSE($A$4,Steps!$E$10,Steps!$E$13)'],
  ['one of many, by its place', cells(300, (k) => 7 * k), 'INDEX(Steps!$E$10:$E$2103,($A$4-1)*7+1)'],
  ['one of many, line by line', cells(300, (k) => k), 'INDEX(Steps!$E$10:$E$309,$A$4)'],
])('the cell of the sample that is shown is %s', (_, all, formula) => {
  expect(cellOfShown(all)).toBe(formula);
});

test('one of 31 that do not stand evenly is chosen in two steps, for LibreOffice chooses from 30 at once', () => {
  const all = cells(31, (k) => k * k);
  expect(cellOfShown(all)).toBe(
    `CHOOSE(ROUNDUP($A$4/30,0),CHOOSE($A$4,${all.slice(0, 30)}),CHOOSE($A$4-30,${all.slice(30)}))`,
  );
});

test('more than CHOOSE takes are refused, where they do not stand evenly', () => {
  expect(cellOfShown(cells(254, (k) => k * k)).startsWith('CHOOSE(')).toBe(true);
  expect(() => cellOfShown(cells(255, (k) => k * k))).toThrow(InputError);
});
