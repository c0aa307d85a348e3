import { beforeAll, expect, test } from 'vitest';
import { describeWithOpenpyxl, type OpenpyxlWorkbook, readAllWithOpenpyxl, readWithOpenpyxl } from './openpyxl.ts';
import { readWorkbook } from './read-workbook.ts';
import { smallWorkbook } from './small-workbook.ts';

const CHART = 'xl/charts/chart1.xml';

describeWithOpenpyxl('reading with openpyxl', () => {
  let sound: OpenpyxlWorkbook | undefined;
  let changed: OpenpyxlWorkbook | undefined;

  beforeAll(async () => {
    [sound, changed] = await readAllWithOpenpyxl([
      smallWorkbook(),
      smallWorkbook(
        { part: CHART, from: "<c:f>'Run 1'!$B$2:$B$6", to: "<c:f>'Run 1'!$C$2:$C$6" },
        { part: CHART, from: "<c:strRef><c:f>'Run 1'!$B$1</c:f>", to: "<c:strRef><c:f>'Run 1'!$C$1</c:f>" },
        { part: 'xl/worksheets/sheet2.xml', from: '>A2+1<', to: '>A2+2<' },
      ),
    ]);
  });

  test('lists sheets and charts with their ranges', () => {
    expect(sound?.sheets).toEqual(['Input', 'Run 1']);
    expect(sound?.warnings).toEqual([]);
    expect(sound?.charts).toEqual([
      {
        sheet: 'Run 1',
        type: 'LineChart',
        title: 'x by n',
        series: [{ name: "'Run 1'!$B$1", values: "'Run 1'!$B$2:$B$6", categories: "'Run 1'!$A$2:$A$6" }],
      },
    ]);
    expect(changed?.charts[0]?.series).toEqual([
      { name: "'Run 1'!$C$1", values: "'Run 1'!$C$2:$C$6", categories: "'Run 1'!$A$2:$A$6" },
    ]);
  });

  test('agrees with the reader on every formula, members of shared ones too', () => {
    for (const { name, cells } of readWorkbook(smallWorkbook()).sheets) {
      const formulas = [...cells.values()].flatMap(({ address, formula }) =>
        formula === undefined ? [] : [[address, formula]],
      );
      expect(Object.fromEntries(sound?.formulas.get(name) ?? [])).toEqual(Object.fromEntries(formulas));
    }
    expect(changed?.formulas.get('Run 1')?.get('A6')).toBe('A5+2');
  });

  test('what it cannot read is an error', async () => {
    await expect(readWithOpenpyxl(new Uint8Array([1, 2, 3]))).rejects.toThrow('failed');
  });
});
