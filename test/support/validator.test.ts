import { expect, test } from 'vitest';
import { smallWorkbook } from './small-workbook.ts';
import { validate, validateAll } from './validator.ts';

test('the validator is content with a sound file and says what is wrong with others, in their order', async () => {
  const [sound, ...others] = await validateAll([
    smallWorkbook(),
    smallWorkbook({ part: 'xl/worksheets/sheet1.xml', from: '<sheetData>', to: '<nonsense/><sheetData>' }),
    smallWorkbook({ part: 'xl/charts/chart1.xml', from: '<c:grouping val="standard"/>', to: '' }),
  ]);
  expect(sound).toEqual([]);
  expect(others).toEqual([
    [expect.stringMatching(/^\/xl\/worksheets\/sheet1\.xml \/x:worksheet\[1\]: .*nonsense/)],
    [expect.stringMatching(/^\/xl\/charts\/chart1\.xml \/c:chartSpace.*lineChart\[1\]: .*grouping/)],
  ]);
});

test('a file that is none is one error', async () => {
  await expect(validate(new Uint8Array([1, 2, 3]))).resolves.toEqual([expect.stringMatching(/^Exception: /)]);
});
