import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { shiftable } from '../../src/xlsx/shift.ts';
import { describeWithOpenpyxl } from '../support/openpyxl.ts';
import { pythonWith, runPython } from '../support/processes.ts';

/** A formula, how many rows it is copied down, and the copy. */
const copies: readonly (readonly [formula: string, rows: number, copy: string])[] = [
  ['A1', 1, 'A2'],
  ['A1', 0, 'A1'],
  ['A15+1', 64, 'A79+1'],
  ['A1+$A1+A$1+$A$1', 2, 'A3+$A3+A$1+$A$1'],
  ['AB99*XFD999', 1, 'AB100*XFD1000'],
  ['SUM(A1:$B$9)', 3, 'SUM(A4:$B$9)'],
  ['1/(1+EXP(-J20))', 5, '1/(1+EXP(-J25))'],
  ['F14-$A$1*AK14', 1, 'F15-$A$1*AK15'],
  ['LOG10(A1)+ATAN2(B2,C3)', 1, 'LOG10(A2)+ATAN2(B3,C4)'],
  ['1E5+2E-3*E5+1.5E+10*A1', 2, '1E5+2E-3*E7+1.5E+10*A3'],
  ['.5*A1', 1, '.5*A2'],
  ['"A1"&A1', 1, '"A1"&A2'],
  ['"say ""A1"" "&B2&"C3"', 1, '"say ""A1"" "&B3&"C3"'],
  [`"it's A1"&A1&"'"`, 1, `"it's A1"&A2&"'"`],
  ["'LR 0.5'!X14", 1, "'LR 0.5'!X15"],
  ["'LR 0.5'!$X$14+X14", 1, "'LR 0.5'!$X$14+X15"],
  ["'it''s A1'!B2+'A1'!$C3", 4, "'it''s A1'!B6+'A1'!$C7"],
  ['LR1!A1+Input!$B$1', 2, 'LR1!A3+Input!$B$1'],
  ["IFERROR('LR 2'!X15,NA())", 7, "IFERROR('LR 2'!X22,NA())"],
  ["INDEX('LR 0.1'!$A$14:$A$113,MATCH(D3,B$5:G$5,0))", 1, "INDEX('LR 0.1'!$A$14:$A$113,MATCH(D4,B$5:G$5,0))"],
  ['init_w_1*A1+learning_rate_1', 1, 'init_w_1*A2+learning_rate_1'],
  ['w1_old+w_1+_A1+A1', 1, 'w1_old+w_1+_A1+A2'],
  ['ABCD1+A1', 1, 'ABCD1+A2'],
  ['größe1*ηA1+Ω2*A1', 1, 'größe1*ηA1+Ω2*A2'],
  ['_xlfn.STDEV.S(A1:A9)', 1, '_xlfn.STDEV.S(A2:A10)'],
  ['IF(A1="B2",#N/A,$D4)', 1, 'IF(A2="B2",#N/A,$D5)'],
  ['-A1^2+(-B1)%', 1, '-A2^2+(-B2)%'],
  ['A1 : B2', 1, 'A2 : B3'],
  ['TRUE', 1, 'TRUE'],
  ['', 1, ''],
];

/** The formula so many rows further below. */
function shifted(formula: string, by: number): string {
  const { texts, rows } = shiftable(formula);
  return texts.reduce((text, each, k) => `${text}${(rows[k - 1] as number) + by}${each}`);
}

describe('a formula copied down', () => {
  test.each(copies)('%s by %i rows is %s', (formula, rows, copy) => {
    expect(shifted(formula, rows)).toBe(copy);
  });
});

describeWithOpenpyxl('a formula copied down by openpyxl', () => {
  test('reads the same', async () => {
    const script = fileURLToPath(new URL('translate.py', import.meta.url));
    const task = JSON.stringify(copies.map(([formula, rows]) => [formula, rows]));
    const printed = await runPython(pythonWith('openpyxl') ?? '', script, [task], 30_000);
    expect(JSON.parse(printed)).toEqual(copies.map(([, , copy]) => copy));
  });
});
