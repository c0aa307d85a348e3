import { expect, test } from 'vitest';
import { beforeTests } from '../helpers/before-tests.ts';
import { withWrongValues } from '../helpers/replace-formula.ts';
import { describeWithGnumeric, recalculateWithGnumeric } from './gnumeric.ts';
import { readWorkbook } from './read-workbook.ts';
import { smallWorkbook } from './small-workbook.ts';

describeWithGnumeric('calculating with Gnumeric', () => {
  const results = beforeTests(() =>
    recalculateWithGnumeric([
      withWrongValues(smallWorkbook()),
      smallWorkbook({ part: 'xl/worksheets/sheet2.xml', from: '>A2+1<', to: '>A2+2<' }),
    ]),
  );

  test('takes no value from the file', () => {
    for (const { name, cells } of readWorkbook(smallWorkbook()).sheets)
      for (const [address, { formula, value }] of cells)
        if (formula !== undefined) expect([address, results()[0]?.value(name, address)]).toEqual([address, value]);
  });

  test('follows a formula that was changed', () => {
    expect(results()[1]?.value('Run 1', 'A6')).toBe(9);
  });

  test('what it cannot open is an error', async () => {
    await expect(recalculateWithGnumeric([new Uint8Array([1, 2, 3])])).rejects.toThrow('ssconvert');
  });
});
