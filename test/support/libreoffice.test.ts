import { beforeAll, expect, test } from 'vitest';
import { describeWithLibreOffice, type RecalculatedWithCharts, recalculateWithLibreOffice } from './libreoffice.ts';
import { type CellValue, readWorkbook } from './read-workbook.ts';
import { smallWorkbook } from './small-workbook.ts';

const RUN = 'xl/worksheets/sheet2.xml';
const change = (from: string, to: string) => ({ part: RUN, from, to });

// Every value the file holds for a formula is wrong, and so is a point the chart holds.
const WRONG = smallWorkbook(
  change('<v>0.5</v>', '<v>7</v>'),
  change('<v>0.375</v>', '<v>99</v>'),
  change('<v>0.3046875</v>', '<v>-1</v>'),
  change('<v>0.258270263671875</v>', '<v>1E300</v>'),
  { part: 'xl/charts/chart1.xml', from: '<c:v>0.375</c:v>', to: '<c:v>99</c:v>' },
);

// What LibreOffice makes of each formula; one gives text that only looks like an error, one the empty text.
const FORMULAS: readonly (readonly [cell: string, formula: string, value: CellValue])[] = [
  ['D2', '1/0', { error: '#DIV/0!' }],
  ['E2', 'nonsense', { error: '#NAME?' }],
  ['F2', 'NA()', { error: '#N/A' }],
  ['G2', '"a"+1', { error: '#VALUE!' }],
  ['H2', 'EXP(1000)', { error: '#NUM!' }],
  ['I2', 'SQRT(-1)', { error: '#NUM!' }],
  ['J2', 'D2+1', { error: '#DIV/0!' }],
  ['K2', '"#NUM!"', '#NUM!'],
  ['L2', '""', ''],
];

const FAILING = smallWorkbook(
  change(
    '<v>3E-7</v></c>',
    `<v>3E-7</v></c>${FORMULAS.map(([cell, formula]) => `<c r="${cell}"><f>${formula}</f><v>0</v></c>`).join('')}`,
  ),
);

describeWithLibreOffice('calculating with LibreOffice', () => {
  let results: readonly RecalculatedWithCharts[] = [];
  const at = (index: number): RecalculatedWithCharts => {
    const result = results[index];
    if (result === undefined) throw new Error(`There is no result ${index}`);
    return result;
  };

  beforeAll(async () => {
    results = await recalculateWithLibreOffice([
      { bytes: smallWorkbook() },
      { bytes: WRONG, charts: ['Run 1', 'Input'] },
      {
        bytes: WRONG,
        charts: ['Run 1', 'Input'],
        edits: [
          { sheet: 'Input', address: 'B1', value: 0.1 + 0.2 },
          { sheet: 'Run 1', address: 'B1', value: '=no formula' },
        ],
      },
      { bytes: WRONG, charts: ['Run 1'] },
      { bytes: FAILING },
    ]);
  });

  test('agrees with every value of a sound file', () => {
    for (const { name, cells } of readWorkbook(smallWorkbook()).sheets) {
      for (const { address, value } of cells.values()) {
        expect([address, at(0).value(name, address)]).toEqual([address, value === true ? 1 : value]);
      }
    }
    expect(at(0).value('Run 1', 'Z99')).toBeNull();
    expect(() => at(0).value('Run', 'A1')).toThrow('no sheet "Run"');
    expect(() => at(0).charts('Run 1')).toThrow('did not ask');
  });

  test('calculates again whatever wrong value the file holds', () => {
    const values = ['B2', 'B3', 'B4', 'B5', 'B6'].map((address) => at(1).value('Run 1', address));
    expect(values).toEqual([0.5, 0.375, 0.3046875, 0.258270263671875, 0.22491849912330508]);
  });

  test('sees charts with their ranges and what the cells hold now', () => {
    const [chart, ...more] = at(1).charts('Run 1');
    expect(more).toEqual([]);
    expect(chart).toEqual({
      title: 'x by n',
      types: ['LineChartType'],
      series: [
        {
          label: { range: "'Run 1'!$B$1", data: ['x'] },
          categories: { range: "'Run 1'!$A$2:$A$6", data: [1, 2, 3, 4, 5] },
          values: { range: "'Run 1'!$B$2:$B$6", data: [0.5, 0.375, 0.3046875, 0.258270263671875, 0.22491849912330508] },
        },
      ],
    });
    expect(at(1).charts('Input')).toEqual([]);
  });

  test('an edit reaches cells and charts, digit for digit', () => {
    const eta = 0.1 + 0.2;
    expect(at(2).value('Input', 'B1')).toBe(eta);
    expect(at(2).value('Run 1', 'B3')).toBe(eta * (1 - eta * eta));
    const [series] = at(2).charts('Run 1')[0]?.series ?? [];
    expect(series?.values?.data.slice(0, 2)).toEqual([eta, eta * (1 - eta * eta)]);
    expect(series?.label?.data).toEqual(['=no formula']);
  });

  test('an edit is gone in the next job, whatever the cell held', () => {
    const values = (index: number) => ['A1', 'B1', 'B2', 'B3'].map((address) => at(index).value('Run 1', address));
    expect(values(3)).toEqual(values(1));
    expect(at(3).charts('Run 1')).toEqual(at(1).charts('Run 1'));
    expect(at(3).value('Input', 'B1')).toBe(at(1).value('Input', 'B1'));
  });

  test('names errors, and tells them from text', () => {
    for (const [cell, , value] of FORMULAS) expect([cell, at(4).value('Run 1', cell)]).toEqual([cell, value]);
  });

  test('a person could not edit a protected cell, so neither can a test', async () => {
    const bytes = smallWorkbook({
      part: 'xl/worksheets/sheet1.xml',
      from: '</sheetData>',
      to: '</sheetData><sheetProtection sheet="1"/>',
    });
    const edits = [{ sheet: 'Input', address: 'B1', value: 9 }];
    await expect(recalculateWithLibreOffice([{ bytes, edits }])).rejects.toThrow('Input!B1 is protected');
  });
});
