import { describe, expect, test } from 'vitest';
import { cellKey, readSheet } from '../../../src/check/file/sheet.ts';

const A1 = (xml: string) => {
  const sheet = `<worksheet><sheetData><row r="1">${xml}</row></sheetData></worksheet>`;
  return readSheet('S', new TextEncoder().encode(sheet), ['shared'], { count: 0 }).cells.get(cellKey(1, 1));
};

describe('a cell holds', () => {
  test.each([
    [
      'a number with its digits',
      '<c r="A1"><v>0.14996200000000001</v></c>',
      { value: 0.149962, written: '0.14996200000000001' },
    ],
    ['no number where there is none', '<c r="A1"><v>1e999</v></c>', { value: undefined, written: '1e999' }],
    ['no number in hexadecimal', '<c r="A1"><v>0x1F</v></c>', { value: undefined, written: '0x1F' }],
    ['a shared text', '<c r="A1" t="s"><v>0</v></c>', { value: 'shared', written: undefined }],
    ['an error', '<c r="A1" t="e"><v>#DIV/0!</v></c>', { error: '#DIV/0!', value: undefined }],
    ['an error of LibreOffice', '<c r="A1" t="e"><v>Err:522</v></c>', { error: 'Err:522' }],
    ['no error with a text of its own', '<c r="A1" t="e"><v>#REF!\nzoe.xlsx: all right</v></c>', { error: '#VALUE!' }],
    [
      'a formula',
      '<c r="A1"><f>B1*2</f></c>',
      { value: undefined, formula: { text: 'B1*2', home: { row: 1, column: 1 } } },
    ],
  ])('%s', (_, xml, cell) => {
    expect(A1(xml)).toMatchObject(cell);
  });
  test('not all of a formula that is too long', () => {
    expect(A1(`<c r="A1"><f>${'1+'.repeat(100_000)}1</f></c>`)?.formula?.text).toHaveLength(8_193);
  });
});
