import { describe, expect, test } from 'vitest';
import { recalculateWithHyperFormula } from './hyperformula.ts';
import { readWorkbook } from './read-workbook.ts';
import { smallWorkbook } from './small-workbook.ts';

const RUN = 'xl/worksheets/sheet2.xml';
const formulaInC2 = (formula: string): Uint8Array =>
  smallWorkbook({ part: RUN, from: '2.5E-7+tiny*Input!$B$1', to: formula });
const calculate = (formula: string): unknown => recalculateWithHyperFormula(formulaInC2(formula)).value('Run 1', 'C2');

describe('calculating with HyperFormula', () => {
  test('agrees with every value of a sound file', () => {
    const bytes = smallWorkbook();
    const result = recalculateWithHyperFormula(bytes);
    for (const { name, cells } of readWorkbook(bytes).sheets) {
      for (const { address, value } of cells.values())
        expect([address, result.value(name, address)]).toEqual([address, value]);
    }
    expect(result.value('Run 1', '$Z$99')).toBeNull();
  });

  test('does not believe the values in the file', () => {
    const wrong = smallWorkbook({ part: RUN, from: '<v>0.375</v>', to: '<v>99</v>' });
    expect(recalculateWithHyperFormula(wrong).value('Run 1', 'B3')).toBe(0.375);
  });

  test('follows an edit, also of a name and of text', () => {
    const result = recalculateWithHyperFormula(smallWorkbook(), [
      { sheet: 'Input', address: 'B1', value: 0.25 },
      { sheet: 'Input', address: 'B2', value: false },
      { sheet: 'Input', address: 'Z9', value: '1/2/2020' },
    ]);
    expect(result.value('Run 1', 'B3')).toBe(0.25 * (1 - 0.25 * 0.25));
    expect(result.value('Input', 'A3')).toBe('');
    expect(result.value('Input', 'Z9')).toBe('1/2/2020');
  });

  test.each([
    ['1E-7', 1e-7],
    ['1.2345678901234567E-3*1', 1.2345678901234567e-3],
    ['-4.5E+300', -4.5e300],
    ['12E1+.5e1', 125],
    ['IF(TRUE,1,2)', 1],
    ['_xlfn.STDEV.S(1,3)', Math.SQRT2],
    ['0.1+0.2', 0.1 + 0.2],
    ['0.1+0.2-0.3', 0.1 + 0.2 - 0.3],
    ['0.3=0.1+0.2', false],
    ['"1E-7"&amp;"TRUE"', '1E-7TRUE'],
    ['Z99', 0],
    ['LN(0)', { error: '#NUM!' }],
    ['nonsense', { error: '#NAME?' }],
  ])('%s is %j, nothing rounded', (formula, value) => {
    expect(calculate(formula)).toEqual(value);
  });

  test('knows only the sheets that are there', () => {
    expect(() => recalculateWithHyperFormula(smallWorkbook()).value('Run', 'A1')).toThrow('no sheet "Run"');
    const edit = { sheet: 'Run', address: 'A1', value: 1 };
    expect(() => recalculateWithHyperFormula(smallWorkbook(), [edit])).toThrow('no sheet "Run"');
  });
});
