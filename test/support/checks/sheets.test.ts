import { describe, expect, test } from 'vitest';
import { packageFaults } from '../package-checks.ts';
import { smallWorkbook } from '../small-workbook.ts';
import { type Spoiling, spoil } from './spoil.ts';

// Nothing in the package refers to the sheet that is added.
const added = (name: string, fault: string): Spoiling => [
  '</sheets>',
  `<sheet name="${name}" sheetId="3" r:id="rId4"/></sheets>`,
  'xl/workbook.xml mentions the relationship rId4, which it does not have',
  fault,
];

describe('sheet names and ids', () => {
  const long = 'x'.repeat(32);
  spoil('xl/workbook.xml', [
    added(long, `The sheet name "${long}" is longer than 31 characters`),
    added('a/b', 'The sheet name "a/b" has a character out of [ ] : * ? / \\'),
    added("'a", `The sheet name "'a" begins or ends with an apostrophe`),
    added('history', 'The sheet name "history" is reserved'),
    added('INPUT', 'Two sheets are called "input"'),
    added('', 'A sheet has no name'),
    ['sheetId="2"', 'sheetId="1"', 'Two sheets have the sheetId 1'],
    [
      'r:id="rId2"',
      'r:id="rId1"',
      'Two sheets share the part "xl/worksheets/sheet1.xml"',
      'The selected tabs are [0,1], but that in front is 0',
    ],
    ['name="Input"', 'name="Input" state="hidden"'],
  ]);
});

describe('merged ranges', () => {
  const merges = '<mergeCells><mergeCell ref="A1:B2"/><mergeCell ref="D1:D2"/><mergeCell ref="B2:C3"/></mergeCells>';
  spoil('xl/worksheets/sheet2.xml', [
    ['<drawing', `${merges}<drawing`, 'Run 1: the merged ranges A1:B2 and B2:C3 overlap'],
    ['<drawing', `${merges.replace('B2:C3', 'B3:C3')}<drawing`],
  ]);
});

test('a workbook needs a sheet to show', () => {
  const part = 'xl/workbook.xml';
  const hidden = smallWorkbook(
    { part, from: 'name="Input"', to: 'name="Input" state="hidden"' },
    { part, from: 'name="Run 1"', to: 'name="Run 1" state="veryHidden"' },
  );
  expect(packageFaults(hidden)).toEqual(['The workbook has no visible sheet']);
});
