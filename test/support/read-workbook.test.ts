import ExcelJS from 'exceljs';
import { strFromU8 } from 'fflate';
import { describe, expect, test } from 'vitest';
import { readWorkbook, sharedFormulas } from './read-workbook.ts';
import { smallWorkbook } from './small-workbook.ts';

const RUN = 'xl/worksheets/sheet2.xml';

describe('reading a workbook', () => {
  const { sheets, definedNames, parts } = readWorkbook(smallWorkbook());
  const [input, run] = sheets;

  test('finds sheets in the order of the tabs, names and parts', () => {
    expect(sheets.map(({ name, path }) => [name, path])).toEqual([
      ['Input', 'xl/worksheets/sheet1.xml'],
      ['Run 1', RUN],
    ]);
    expect([...definedNames]).toEqual([
      ['eta', 'Input!$B$1'],
      ['tiny', '1E-7'],
    ]);
    expect(strFromU8(parts.get('xl/charts/chart1.xml') ?? new Uint8Array())).toContain('x by n');
  });

  test('reads every kind of value', () => {
    const values = [...(input?.cells.values() ?? [])].map(({ address, value }) => [address, value]);
    expect(Object.fromEntries(values)).toEqual({
      A1: 'η',
      B1: 0.5,
      A2: 'switched on',
      B2: true,
      A3: "it's A1 & B1",
      B3: { error: '#DIV/0!' },
      A4: 'to the run',
      B4: '',
    });
    expect(input?.cells.get('A3')?.formula).toBe(`IF(B2,"it's A1 & B1","")`);
    expect(input?.cells.get('B1')).toEqual({ address: 'B1', row: 1, column: 2, value: 0.5 });
  });

  test('gives each member of a shared formula its own text', () => {
    expect(run?.cells.get('B3')?.formula).toBe('B2*(1-eta*B2)+0*LOG10($A3+A$3)');
    expect(run?.cells.get('B6')).toEqual({
      address: 'B6',
      row: 6,
      column: 2,
      formula: 'B5*(1-eta*B5)+0*LOG10($A6+A$3)',
      value: 0.22491849912330508,
    });
    expect(sharedFormulas(smallWorkbook())).toEqual([
      { sheet: 'Run 1', ref: 'A3:A6', master: 'A3', text: 'A2+1' },
      { sheet: 'Run 1', ref: 'B3:B6', master: 'B3', text: 'B2*(1-eta*B2)+0*LOG10($A3+A$3)' },
    ]);
  });

  test('rejects a member without a master and a string that is not there', () => {
    const read = (bytes: Uint8Array) => readWorkbook(bytes).sheets.map(({ cells }) => cells);
    const from = '<f t="shared" si="0"/><v>3</v>';
    expect(() => read(smallWorkbook({ part: RUN, from, to: '<f t="shared" si="7"/>' }))).toThrow('A4 shares formula 7');
    const lost = smallWorkbook({ part: RUN, from: '<v>2</v>', to: '<v>99</v>' });
    expect(() => read(lost)).toThrow('A1 shows shared string 99');
    expect(() => read(smallWorkbook({ part: RUN, from: '<sheetData>', to: '<!-- --><sheetData>' }))).toThrow(
      'comments',
    );
  });

  test('reads what another writer wrote', async () => {
    const workbook = new ExcelJS.Workbook();
    const sheet = workbook.addWorksheet("it's mine");
    sheet.getCell('C2').value = { formula: 'LOG10($B2)+C1', result: 1.5 };
    sheet.fillFormula('C2:D4', 'LOG10($B2)+C1', [1, 2, 3, 4, 5, 6]);
    sheet.getCell('F1').value = ' <&> "x"\n_x000D_ ';
    sheet.getCell('F2').value = 1e-300;
    sheet.getCell('F3').font = { bold: true };
    const [read] = readWorkbook(new Uint8Array(await workbook.xlsx.writeBuffer())).sheets;
    expect(read?.name).toBe("it's mine");
    expect(read?.cells.get('D4')?.formula).toBe('LOG10($B4)+D3');
    expect(read?.cells.get('F2')?.value).toBe(1e-300);
    expect(read?.cells.get('F3')?.value).toBeNull();
    expect(read?.cells.get('F1')?.value).toBe(' <&> "x"\n\r ');
  });
});
