import { describe, expect, test } from 'vitest';
import { cellCount, columnLetters, columnNumber, contains, isAddress, parseAddress, parseArea } from './addresses.ts';

describe('addresses', () => {
  test.each([
    [1, 'A'],
    [26, 'Z'],
    [27, 'AA'],
    [702, 'ZZ'],
    [703, 'AAA'],
    [16_384, 'XFD'],
  ])('column %i is %s', (column, letters) => {
    expect(columnLetters(column)).toBe(letters);
    expect(columnNumber(letters)).toBe(column);
  });

  test('locks do not change a cell', () => {
    expect(parseAddress('$AR$113')).toEqual({ row: 113, column: 44 });
  });

  test.each(['XFE1', 'A0', 'A1048577', 'AAAA1', '1A', 'A', 'A1:B2', ''])('%j is no cell', (text) => {
    expect(isAddress(text)).toBe(false);
    expect(() => parseAddress(text)).toThrow('not a cell address');
  });

  test('an area has its corners in order and both ends inside', () => {
    const area = parseArea('$C$5:B2');
    expect(area).toEqual({ firstRow: 2, firstColumn: 2, lastRow: 5, lastColumn: 3 });
    expect(cellCount(area)).toBe(8);
    expect([contains(area, 5, 3), contains(area, 6, 3), contains(area, 2, 1)]).toEqual([true, false, false]);
  });
});
