import { describe, expect, test } from 'vitest';
import { packageFaults } from '../package-checks.ts';
import { smallWorkbook } from '../small-workbook.ts';
import { spoil } from './spoil.ts';

const WORKBOOK = 'xl/workbook.xml';
const INPUT = 'xl/worksheets/sheet1.xml';
const gone = (where: string): string => `${where} refers to the sheet "Gone", which is not there`;

describe('formulas and names', () => {
  spoil('xl/worksheets/sheet2.xml', [
    ['Input!$B$1<', 'Gone!$B$1<', gone('Run 1!C2')],
    ['Input!$B$1<', "'Gone'!$B$1<", gone('Run 1!C2')],
    ['Input!$B$1<', 'input!$B$1<'],
    ['Input!$B$1<', '"Gone!A1"<'],
    ['Input!$B$1<', '[1]Input!$B$1<', 'Run 1!C2 refers to another workbook: 2.5E-7+tiny*[1]Input!$B$1'],
    ['Input!$B$1<', '#REF!<', 'Run 1!C2 holds a broken reference: 2.5E-7+tiny*#REF!'],
    ['Input!$B$1<', '"#REF!"<'],
  ]);
  spoil(WORKBOOK, [
    ['>Input!$B$1<', '>Gone!$B$1<', gone('The defined name "eta"')],
    ['>Input!$B$1<', '>#REF!<', 'The defined name "eta" holds a broken reference: #REF!'],
    [
      'name="Input" sheetId="1"',
      'name="LR1" sheetId="1"',
      'The defined name "_xlnm.Print_Area" refers to the sheet "Input", which is not there',
      'The defined name "eta" refers to the sheet "Input", which is not there',
      'Run 1!C2 refers to the sheet "Input", which is not there',
    ],
  ]);
});

describe('links, validations and rules', () => {
  const rule = (formula: string): string =>
    `</sheetData><conditionalFormatting sqref="A1"><cfRule type="expression" priority="1"><formula>${formula}</formula></cfRule></conditionalFormatting>`;
  spoil(INPUT, [
    [`location="'Run 1'!A1"`, 'location="Gone!A1"', gone('Input!A4: the link')],
    [`location="'Run 1'!A1"`, 'location="#Gone!A1"', gone('Input!A4: the link')],
    [`location="'Run 1'!A1"`, 'location="nowhere"', 'Input!A4: the link leads to "nowhere", which is not there'],
    [`location="'Run 1'!A1"`, '', 'Input!A4: the link leads nowhere'],
    [`location="'Run 1'!A1"`, 'location="eta"'],
    [`location="'Run 1'!A1"`, 'location="B1:B2"'],
    ['<formula1>0<', '<formula1>Gone!$A$1<', gone('Input: <formula1>')],
    [
      '<formula1>0<',
      `<formula1>"${'x,'.repeat(128)}"<`,
      'Input: a list in a data validation is longer than 255 characters',
    ],
    ['</sheetData>', rule('Gone!$A$1=1'), gone('Input: <formula>')],
    ['</sheetData>', rule("'Run 1'!$A$1=1")],
  ]);
});

describe('charts and shapes', () => {
  spoil('xl/charts/chart1.xml', [
    ["<c:f>'Run 1'!$B$2:$B$6", '<c:f>Gone!$B$2:$B$6', gone('xl/charts/chart1.xml')],
    ["<c:f>'Run 1'!$B$2:$B$6", '<c:f>$B$2:$B$6', 'xl/charts/chart1.xml: the reference "$B$2:$B$6" names no sheet'],
  ]);
  const shape = (link: string): string =>
    `<xdr:absoluteAnchor><xdr:sp textlink="${link}"><xdr:nvSpPr><xdr:cNvPr id="3" name="s" descr="a shape"/></xdr:nvSpPr></xdr:sp></xdr:absoluteAnchor></xdr:wsDr>`;
  spoil('xl/drawings/drawing1.xml', [
    ['</xdr:wsDr>', shape('Gone!$A$1'), gone('xl/drawings/drawing1.xml: the text of a shape')],
    ['</xdr:wsDr>', shape('Input!$A$1')],
  ]);
  const link = (target: string): string =>
    `<Relationship Id="rId2" Type="x/hyperlink" Target="${target}" TargetMode="External"/></Relationships>`;
  spoil('xl/drawings/_rels/drawing1.xml.rels', [
    ['</Relationships>', link('#Gone!A1'), gone('xl/drawings/_rels/drawing1.xml.rels rId2')],
    ['</Relationships>', link('#&apos;Run%201&apos;!A1')],
  ]);
});

test('a sheet name that looks like a reference needs quotes', () => {
  const quotesFor = (name: string, reference: string): readonly string[] =>
    packageFaults(
      smallWorkbook(
        { part: WORKBOOK, from: 'name="Run 1"', to: `name="${name}"` },
        { part: WORKBOOK, from: '>1E-7<', to: `>${reference}!$A$1<` },
      ),
    ).filter((fault) => fault.includes('quotes'));
  const fault = 'The defined name "tiny" has to put the sheet name';
  expect(quotesFor('LR1', 'LR1')).toEqual([`${fault} LR1 in quotes, as it looks like a cell address`]);
  expect(quotesFor('R2score', 'R2score')).toEqual([`${fault} R2score in quotes, as it begins like an R1C1 reference`]);
  expect(quotesFor('LR1', "'LR1'")).toEqual([]);
  expect(quotesFor('Run_1', 'Run_1')).toEqual([]);
});
