import { describe, expect, test } from 'vitest';
import type { Content } from '../../../src/sheet/cell.ts';
import { look } from '../../../src/sheet/look.ts';
import type { Sheet } from '../../../src/sheet/sheet.ts';
import { ignoredErrors } from '../../../src/xlsx/worksheet/ignored-errors.ts';
import { plainSheet } from '../../helpers/plain-sheet.ts';

/** A sheet with so much in its first row, which is filled down once. */
const sheetOf = (...contents: readonly Content[]): Sheet => ({
  ...plainSheet,
  cells: contents.map((content, k) => ({ row: 1, column: k + 1, content, look: look({}) })),
  fillDown: { rows: 1, values: () => [] },
});

const formula = (text: string): Content => ({ formula: text, value: 1 });
const listed = (sheet: Sheet) => ignoredErrors(sheet)?.children.map((child) => 'attributes' in Object(child) && child);

describe('what Excel is not to mark', () => {
  test('are formulas beside others, on the whole sheet', () => {
    expect(listed(sheetOf(1, formula('A1*2')))).toMatchObject([
      { attributes: { sqref: 'A1:B2', formula: '1', formulaRange: '1' } },
    ]);
  });

  test('are gaps of charts, columns side by side as one', () => {
    const gap = formula('IF(A1>0,A1,NA())');
    expect(listed(sheetOf(1, gap, gap, 2, gap))?.slice(1)).toMatchObject([
      { attributes: { sqref: 'B1:C2 E1:E2', evalError: '1' } },
    ]);
  });

  test('are texts that look like numbers', () => {
    expect(listed(sheetOf('1', 'w1', formula('A1'), '0.5', ''))?.slice(1)).toMatchObject([
      { attributes: { sqref: 'A1 D1', numberStoredAsText: '1' } },
    ]);
  });

  test('is nothing where there are no formulas', () => {
    expect(ignoredErrors(sheetOf(1, 'text'))).toBeUndefined();
  });
});
