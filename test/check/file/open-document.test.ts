import { describe, expect, test } from 'vitest';
import { checkWorkbook } from '../../../src/check/check.ts';
import { addressOf } from '../../../src/check/file/address.ts';
import { readBook } from '../../../src/check/file/workbook.ts';
import { describeWithLibreOffice } from '../../support/libreoffice.ts';
import { layout } from '../layouts.ts';
import { classFormulas, learnerSheet } from '../learner-table.ts';
import { contentXml, odsWith, smallOds, tableXml } from '../small-ods.ts';
import { smallXlsx } from '../small-xlsx.ts';
import { convertedToOds } from './converted.ts';

/** What the cells of the first sheet hold, by their addresses. */
const cellsOf = (rows: string): Readonly<Record<string, unknown>> => {
  const [sheet] = readBook(odsWith(contentXml(tableXml('Sheet1', rows)))).sheets;
  return Object.fromEntries(
    [...(sheet?.cells.values() ?? [])].map((cell) => [
      addressOf(cell),
      cell.error ?? (cell.formula === undefined ? cell.value : `=${cell.formula.text} → ${cell.value}`),
    ]),
  );
};

const row = (cells: string, repeated = 1): string =>
  `<table:table-row table:number-rows-repeated="${repeated}">${cells}</table:table-row>`;
const float = (value: string, more = ''): string =>
  `<table:table-cell ${more} office:value-type="float" office:value="${value}"><text:p>${value}</text:p></table:table-cell>`;
const text = (inner: string, more = ''): string =>
  `<table:table-cell ${more} office:value-type="string">${inner}</table:table-cell>`;
const empty = (repeated: number): string => `<table:table-cell table:number-columns-repeated="${repeated}"/>`;
const error = (shown: string, more = 'calcext:value-type="error"'): string =>
  `<table:table-cell table:formula="of:=1/0" office:value-type="string" office:string-value="" ${more}><text:p>${shown}</text:p></table:table-cell>`;

describe('cells of an OpenDocument sheet:', () => {
  test.each<readonly [string, string, Readonly<Record<string, unknown>>]>([
    ['a number', row(float('0.5')), { A1: 0.5 }],
    [
      'a percentage',
      row(
        '<table:table-cell office:value-type="percentage" office:value="0.1"><text:p>10%</text:p></table:table-cell>',
      ),
      { A1: 0.1 },
    ],
    [
      'true and false',
      row(
        '<table:table-cell office:value-type="boolean" office:boolean-value="true"/><table:table-cell office:value-type="boolean" office:boolean-value="false"/>',
      ),
      { A1: 1, B1: 0 },
    ],
    [
      'a date and a time',
      row(
        '<table:table-cell office:value-type="date" office:date-value="2024-05-01T12:00:00"/><table:table-cell office:value-type="time" office:time-value="PT06H00M00S"/>',
      ),
      { A1: 45_413.5, B1: 0.25 },
    ],
    ['a text', row(text('<text:p>∂E/∂w1 &lt; 1</text:p>')), { A1: '∂E/∂w1 < 1' }],
    [
      'a text with spaces, tabs, lines, paragraphs and parts',
      row(
        text(
          '<text:p> a <text:s text:c="2"/>b<text:tab/>c<text:line-break/>d</text:p><text:p><text:span>e</text:span>f</text:p>',
        ),
      ),
      { A1: 'a   b\tc\nd\nef' },
    ],
    [
      'a text without its comment and its drawing',
      row(
        text(
          '<office:annotation><text:p>no</text:p></office:annotation><text:p>yes<draw:frame><draw:text-box><text:p>no</text:p></draw:text-box></draw:frame></text:p>',
        ),
      ),
      { A1: 'yes' },
    ],
    [
      'a text that is told by its attribute',
      row(text('<text:p>shown</text:p>', 'office:string-value="held"')),
      { A1: 'held' },
    ],
    ['a formula', row(float('3', 'table:formula="of:=[.B1]*SUM([.C1:.D1];2)"')), { A1: '=B1*SUM(C1:D1,2) → 3' }],
    [
      'a formula of a matrix',
      row(float('3', 'table:number-matrix-rows-spanned="1" table:formula="of:=SUM([.B1:.C1]*2)"')),
      { A1: '=SUM(B1:C1*2) → 3' },
    ],
    ['errors of Excel', row(error('#DIV/0!') + error('#NAME?')), { A1: '#DIV/0!', B1: '#NAME?' }],
    ['errors of LibreOffice', row(error('Err:502') + error('Err:522')), { A1: 'Err:502', B1: 'Err:522' }],
    ['errors that only the text tells', row(error('#REF!', '')), { A1: '#REF!' }],
    ['a text that looks like an error', row(text('<text:p>#REF!</text:p>')), { A1: '#REF!' }],
    ['a number that is none', row(float('1e999', 'table:formula="of:=1"')), { A1: '=1 → undefined' }],
    ['gaps', row(empty(2) + float('1')) + row(empty(16_384), 3) + row(float('2')), { C1: 1, A5: 2 }],
    [
      'repeated cells',
      row(float('1', 'table:number-columns-repeated="3"') + float('2')),
      { A1: 1, B1: 1, C1: 1, D1: 2 },
    ],
    ['repeated rows', row(float('1'), 2) + row(float('2')), { A1: 1, A2: 1, A3: 2 }],
    ['covered cells', row(`${float('1')}<table:covered-table-cell/>${float('2')}`), { A1: 1, C1: 2 }],
    [
      'rows in groups and heads',
      `<table:table-header-rows>${row(float('1'))}</table:table-header-rows><table:table-row-group>${row(float('2'))}</table:table-row-group>`,
      { A1: 1, A2: 2 },
    ],
    [
      'no drawings beside the rows',
      `<table:shapes><draw:frame><table:table>${row(float('9'))}</table:table></draw:frame></table:shapes>${row(float('1'))}`,
      { A1: 1 },
    ],
    ['no empty rows to the end', row(float('1')) + row(empty(16_384), 1_048_575), { A1: 1 }],
  ])('%s', (_, rows, cells) => {
    expect(cellsOf(rows)).toEqual(cells);
  });

  test('more filled cells than are read, by repetition, end at once', () => {
    const rows = row(float('1', 'table:number-columns-repeated="16384"'), 1_048_576);
    expect(() => cellsOf(rows)).toThrow('The workbook has more than 300,000 filled cells, too many to check.');
  });
});

test('defined names of a workbook and of a sheet are read, hidden sheets too', () => {
  const named = (name: string, address: string): string =>
    `<table:named-range table:name="${name}" table:cell-range-address="${address}"/>`;
  const { sheets, names } = readBook(
    odsWith(
      contentXml(
        `<table:table table:name="LR 0.1">${row(float('1'))}<table:named-expressions>${named('Eta', "$'LR 0.1'.$A$1")}</table:named-expressions></table:table>${tableXml('Second', row(float('2')))}<table:named-expressions>${named('eta', '$Second.$A$1:.$B$2')}<table:named-expression table:name="twice" table:expression="[$Second.$A$1]*2"/></table:named-expressions>`,
      ),
    ),
  );
  expect(sheets.map(({ name }) => name)).toEqual(['LR 0.1', 'Second']);
  expect(Object.fromEntries(names ?? [])).toEqual({
    'lr 0.1!eta': "'LR 0.1'!$A$1",
    eta: 'Second!$A$1:$B$2',
    twice: 'Second!$A$1*2',
  });
});

describe('an OpenDocument file that is no workbook gets one sentence:', () => {
  const manifest = '<m:manifest><m:file-entry><m:encryption-data/></m:file-entry></m:manifest>';
  test.each([
    [
      'with a password',
      odsWith('\u0003\u0000', { 'META-INF/manifest.xml': manifest }),
      'The file is protected by a password; save it without one.',
    ],

    [
      'a text',
      odsWith('<a/>', { mimetype: 'application/vnd.oasis.opendocument.text' }),
      'The file is an OpenDocument text, not a workbook; hand in the workbook itself.',
    ],
    ['without sheets', odsWith('<a/>'), 'The file is damaged: it holds no sheets.'],
    [
      'with two sheets of one name',
      odsWith(contentXml(tableXml('A', '') + tableXml('a', ''))),
      'The file is damaged: two sheets of it have the same name.',
    ],
  ])('%s', (_, bytes, sentence) => {
    expect(checkWorkbook(bytes)).toMatchObject({ verdict: 'unjudged', reason: sentence });
  });
});

const sheet = layout(3);
const wrong = { ...classFormulas, '∂E/∂w3': (classFormulas['∂E/∂w3'] ?? '').replaceAll('a_h2', 'a_h1') };

/** What a report says, whatever kind of file it is of. */
const said = (bytes: Uint8Array): unknown => {
  const { verdict, tables, findings } = checkWorkbook(bytes);
  return {
    verdict,
    tables,
    findings: findings.map(({ cell, count, message, correction }) => ({ cell, count, message, correction })),
  };
};

test.each([
  ['right', classFormulas],
  ['wrong', wrong],
])('a %s learner’s table gets the report that it gets as .xlsx', (verdict, formulas) => {
  const sheets = { [sheet.sheet]: learnerSheet(sheet, formulas) };
  const report = said(smallOds(sheets));
  expect(report).toMatchObject({ verdict });
  expect(report).toEqual(said(smallXlsx(sheets)));
});

describeWithLibreOffice('a learner’s table that LibreOffice saved as .ods', () => {
  test('gets the report that it gets as .xlsx', async () => {
    const bytes = smallXlsx({ [sheet.sheet]: learnerSheet(sheet, wrong) });
    expect(said(await convertedToOds(bytes))).toEqual(said(bytes));
  }, 120_000);
});
