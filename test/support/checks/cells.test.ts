import { describe } from 'vitest';
import { spoil } from './spoil.ts';

const INPUT = 'xl/worksheets/sheet1.xml';
const RUN = 'xl/worksheets/sheet2.xml';

describe('values', () => {
  spoil(RUN, [
    ['<v>0.375</v>', '<v>NaN</v>', 'Run 1!B3 has a value that "NaN" is no number'],
    ['<v>0.375</v>', '<v>-Infinity</v>', 'Run 1!B3 has a value that "-Infinity" is no number'],
    ['<v>0.375</v>', '<v>1E400</v>', 'Run 1!B3 has a value that "1E400" is too large for a number'],
    ['<v>0.375</v>', '<v>-0</v>', 'Run 1!B3 has a value that "-0" is minus zero'],
    ['<v>0.375</v>', '<v>-0.0E5</v>', 'Run 1!B3 has a value that "-0.0E5" is minus zero'],
    ['<v>0.375</v>', '<v></v>', 'Run 1!B3 has a value that is empty'],
    ['<v>0.375</v>', '<v/>', 'Run 1!B3 has a value that is empty'],
    ['<v>0.375</v>', '', 'Run 1!B3 has a formula but no value'],
    ['<v>0.3046875</v>', '', 'Run 1!B4 has a formula but no value'],
    ['<v>0.375</v>', '<v>-1.5e-300</v>'],
    ['t="s"><v>3</v>', 't="s"><v>4</v>', 'Run 1!B1 shows shared string "4" of 4'],
  ]);
  spoil(INPUT, [
    ['t="b"><v>1</v>', 't="b"><v>TRUE</v>', 'Input!B2 is "TRUE", neither true nor false'],
    ['<v>#DIV/0!</v>', '<v>oops</v>', 'Input!B3 shows "oops", which is no error'],
    ['t="inlineStr"><is><t>to the run</t></is>', 't="inlineStr">', 'Input!A4 is an inline string without one'],
    ['<f>""</f><v></v>', '<v></v>', 'Input!B4 has a value that is empty'],
    ['<f>""</f><v></v>', '<f>""</f><v>NaN</v>', 'Input!B4 shows "NaN"'],
  ]);
});

describe('formulas', () => {
  const long = '1+'.repeat(4_096);
  spoil(RUN, [
    ['<f>eta</f>', `<f>${long}1</f>`, 'Run 1!B2 has a formula of 8193 characters'],
    ['<f>eta</f>', `<f>${long.slice(1)}1</f>`],
    ['<f>eta</f>', '<f>=eta</f>', 'Run 1!B2 has a formula that begins with ='],
    ['<f>eta</f>', '<f></f>', 'Run 1!B2 has an empty formula'],
  ]);
});

describe('the order of rows and cells', () => {
  spoil(INPUT, [
    ['<c r="B1">', '<c r="A1">', 'Input: the cell A1 is there twice'],
    ['<c r="B1">', '<c r="B2">', 'Input: the cell B2 is in row 1', 'Input: the cell B2 is there twice'],
    ['<c r="A1" t="s">', '<c r="C1" t="s">', 'Input: the cell B1 is out of order'],
    ['<c r="B1">', '<c r="XFE1">', 'Input: the cell XFE1 is not on a sheet'],
    ['</sheetData>', '<row r="1"/></sheetData>', 'Input: row 1 comes after row 4'],
    ['</sheetData>', '<row r="1048577"/></sheetData>', 'Input: row 1048577 is not on a sheet'],
    ['<row r="1">', '<row>'],
  ]);
});
