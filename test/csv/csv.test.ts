import { describe, expect, test } from 'vitest';
import { csvText, harmless, readCsv } from '../../src/csv/csv.ts';

describe('a table is read:', () => {
  test.each([
    [
      'commas',
      'a,b\n1,2\n',
      ',',
      [
        ['a', 'b'],
        ['1', '2'],
      ],
    ],
    ['semicolons and an empty line', 'a;b\r\n\r\n1;2\r\n', ';', [['a', 'b'], [''], ['1', '2']]],
    [
      'tabs',
      'a\tb\n1\t2',
      '\t',
      [
        ['a', 'b'],
        ['1', '2'],
      ],
    ],
    [
      'decimal commas',
      'a;b\n1,5;2,5\n1,5;2,5',
      ';',
      [
        ['a', 'b'],
        ['1,5', '2,5'],
        ['1,5', '2,5'],
      ],
    ],
    [
      'quotes',
      '"a, ""b""",c\n"1\n2",3',
      ',',
      [
        ['a, "b"', 'c'],
        ['1\n2', '3'],
      ],
    ],
    ['one column', 'a\nb\n', ',', [['a'], ['b']]],
    ['nothing', '', ',', []],
  ])('%s', (_, text, delimiter, rows) => {
    expect(readCsv(text)).toEqual({ rows, delimiter, marked: false });
  });

  test('and written as it was', () => {
    const text = '\ufeffa;"b;c";"d""e"\r\n;1,5;\r\n';
    expect(csvText(readCsv(text))).toBe(text);
  });
});

describe('a cell that would be a formula is none:', () => {
  test.each([
    ['=1+1', "'=1+1"],
    ['+1', "'+1"],
    ['-1', "'-1"],
    ['@SUM(A1)', "'@SUM(A1)"],
    ['\t=1', "'\t=1"],
    [' =1', "' =1"],
    ['＝1', "'＝1"],
    ['a=1', 'a=1'],
    ['', ''],
  ])('%j', (text, cell) => {
    expect(harmless(text)).toBe(cell);
  });
});
