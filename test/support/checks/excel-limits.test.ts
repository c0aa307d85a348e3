import { describe, expect, test } from 'vitest';
import { packageFaults } from '../package-checks.ts';
import { alteredWorkbook } from '../small-workbook.ts';
import { spoil } from './spoil.ts';

const SHEET = 'xl/worksheets/sheet1.xml';
const VALIDATION = '<dataValidation type="decimal" sqref="B1"><formula1>0</formula1><formula2>10</formula2>';
const listOf = (cells: string): string => `<dataValidation type="list" sqref="B1"><formula1>${cells}</formula1>`;

describe('what Excel bounds', () => {
  spoil(SHEET, [
    ['<row r="2">', '<row r="2" ht="409" customHeight="1">'],
    ['<row r="2">', '<row r="2" ht="409.5">', 'Input: row 2 is 409.5 points high; 409 is the most'],
    [VALIDATION, listOf("'Run 1'!$A$1:$A$32766")],
    [VALIDATION, listOf("'Run 1'!$A$1:$A$32767"), 'Input!B1 chooses from 32767 cells; 32766 is the most'],
    ['IF(B2,', '_xlfn.IFS(B2,', 'Input!A3 uses _xlfn.IFS, of which nobody has said which Excel it came with'],
    ['<row r="2">', '<row r="2" collapsed="1" hidden="1">'],
    ['<row r="2">', '<row r="2" collapsed="1">', 'Input: rows or columns are called collapsed, but none is hidden'],
    [' tabSelected="1"', '', 'The selected tabs are [], but that in front is 0'],
  ]);
  spoil('xl/workbook.xml', [
    ['<bookViews><workbookView activeTab="0"/></bookViews>', '', 'The workbook has 0 views'],
    ['activeTab="0"', 'activeTab="1"', 'The selected tabs are [0], but that in front is 1'],
  ]);
  spoil('xl/charts/chart1.xml', [
    [
      '<c:cat>',
      '<c:dPt><c:idx val="1"/><c:marker><c:symbol val="circle"/></c:marker></c:dPt><c:cat>',
      'xl/charts/chart1.xml: a single point has a symbol, at which Gnumeric crashes',
    ],
  ]);

  const withFormats = (...codes: readonly string[]): Uint8Array =>
    alteredWorkbook((parts) => {
      const formats = codes.map((code, k) => `<numFmt numFmtId="${164 + k}" formatCode="${code}"/>`).join('');
      parts.set('xl/styles.xml', `<styleSheet><numFmts>${formats}</numFmts></styleSheet>`);
    });
  const faultsOf = (bytes: Uint8Array): readonly string[] =>
    packageFaults(bytes).filter((fault) => fault.includes('number format'));

  test('200 number formats', () => {
    expect(faultsOf(withFormats(...new Array(200).fill('0')))).toEqual([]);
    expect(faultsOf(withFormats(...new Array(201).fill('0')))).toEqual([
      'The workbook has 201 number formats; 200 are safe',
    ]);
  });

  test.each(['_-0.00##_-;&quot;−&quot;0.00', '[=0]0;[&lt;0.0001]0.00E+00;0.000000', 'General;\\−General', '+0%'])(
    'the number format %s has no bare text',
    (code) => {
      expect(faultsOf(withFormats(code))).toEqual([]);
    },
  );

  test.each(['0.00;−0.00', 'η General'])('the number format %s has one', (code) => {
    expect(faultsOf(withFormats(code))).toEqual([
      `The number format ${code} has a text that is not quoted: ${code.includes('η') ? 'η' : '−'}`,
    ]);
  });
});
