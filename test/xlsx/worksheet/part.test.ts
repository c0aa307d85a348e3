import { inflateRawSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import { parsed } from '../../../build/drawing-templates.js';
import type { Content, SheetCell } from '../../../src/sheet/cell.ts';
import { look } from '../../../src/sheet/look.ts';
import type { Sheet } from '../../../src/sheet/sheet.ts';
import type { Piece } from '../../../src/xlsx/piece.ts';
import { LAST_BLOCK, RowWriter } from '../../../src/xlsx/row-press/index.ts';
import { sheetPart } from '../../../src/xlsx/worksheet/part.ts';
import { plainSheet } from '../../helpers/plain-sheet.ts';

const writer = new RowWriter();
const shared = { style: () => 7, mark: () => 3, text: (text: unknown) => (text === 'first' ? 0 : 1) };

const cell = (row: number, column: number, content: Content, more: Partial<SheetCell> = {}): SheetCell => ({
  row,
  column,
  content,
  look: look({}),
  ...more,
});

const SHEET: Sheet = {
  ...plainSheet,
  // Not in the order of the sheet.
  cells: [cell(3, 1, { formula: 'A2&"<"', value: 4 }), cell(2, 2, 'first'), cell(2, 1, 1)],
  widths: [70, 70, 35],
  heights: new Map([[2, 40]]),
};

const pieces = (sheet: Partial<Sheet>, belongings = {}, shown = false) => [
  ...sheetPart({ ...SHEET, ...sheet }, shown, shared, belongings, writer),
];
const written = (...of: Parameters<typeof pieces>): string =>
  pieces(...of)
    .map(textOf)
    .join('');

function textOf(piece: Piece): string {
  if (typeof piece === 'string') return piece;
  if ('bytes' in piece) return new TextDecoder().decode(piece.bytes());
  return 'deflated' in piece ? inflateRawSync(Buffer.concat([piece.deflated, LAST_BLOCK])).toString() : '';
}

/** The names of the elements on the first level. */
const elements = (xml: string): readonly string[] =>
  parsed(xml).children.flatMap((child) => (typeof child === 'object' && 'name' in child ? [child.name] : []));

describe('a sheet', () => {
  test('has its cells in order, with their styles and texts by number', () => {
    expect(written({})).toContain(
      '<sheetData><row r="2" ht="30" customHeight="1"><c r="A2" s="7"><v>1</v></c><c r="B2" s="7" t="s"><v>0</v></c></row>' +
        '<row r="3"><c r="A3" s="7"><f>A2&amp;&quot;&lt;&quot;</f><v>4</v></c></row></sheetData>',
    );
  });

  test.each([
    ['an empty cell', null, '/>'],
    ['a text of a formula', { formula: 'A1', value: 'a<b' }, ' t="str"><f>A1</f><v>a&lt;b</v></c>'],
    ['an error', { formula: 'NA()', value: Number.NaN }, ' t="e"><f>NA()</f><v>#NUM!</v></c>'],
    [
      'an array formula',
      { formula: 'SUM(A1*2)', value: 2, array: true },
      '><f t="array" ref="A1">SUM(A1*2)</f><v>2</v></c>',
    ],
    ['a link', { text: 'first', target: "'S'!A1" }, ' t="s"><v>0</v></c>'],
    ['a text of several looks', { runs: [{ text: 'a', look: look({}) }] }, ' t="s"><v>1</v></c>'],
  ] as const)('has %s', (_, content, xml) => {
    expect(written({ cells: [cell(1, 1, content)], heights: new Map() })).toContain(`<c r="A1" s="7"${xml}</row>`);
  });

  test('has all its elements in the order of the schema', () => {
    const validation = { allowed: { kind: 'decimal', above: 0 }, refusal: { title: 'No', text: 'Above 0.' } } as const;
    const xml = written(
      {
        cells: [
          cell(1, 1, { text: 'first', target: "'S'!B2" }),
          cell(2, 1, { formula: 'A1', value: 1 }),
          cell(3, 3, 1, { validation }),
          cell(5, 3, 1, { validation: { ...validation } }),
        ],
        folds: { rows: [2], columns: [2] },
        hiddenColumns: [4],
        merged: [{ top: 1, left: 1, bottom: 1, right: 2 }],
        rules: [{ range: 'A2:A3', rules: [{ priority: 1, formula: 'A2>0', mark: { bold: true } }] }],
        print: { orientation: 'landscape', pages: [{ top: 1, left: 1, bottom: 3, right: 3 }], note: 'R&D' },
      },
      { drawing: 'rId2', notes: 'rId1' },
      true,
    );
    expect(elements(xml)).toEqual([
      'sheetPr',
      'dimension',
      'sheetViews',
      'sheetFormatPr',
      'cols',
      'sheetData',
      'mergeCells',
      'conditionalFormatting',
      'dataValidations',
      'hyperlinks',
      'pageMargins',
      'pageSetup',
      'headerFooter',
      'ignoredErrors',
      'drawing',
      'legacyDrawing',
    ]);
    expect(xml).toContain('<hyperlink ref="A1" location="\'S\'!B2"/>');
    expect(xml).toContain('<cfRule type="expression" dxfId="3" priority="1"><formula>A2&gt;0</formula></cfRule>');
    expect(xml).toContain('error="Above 0." sqref="C3 C5"><formula1>0</formula1>');
    expect(xml).toContain('<oddFooter>&amp;L&amp;A&amp;CR&amp;&amp;D&amp;RPage');
    expect(xml).toContain('tabSelected="1"');
    expect(xml).toContain('<row r="2" ht="30" customHeight="1" outlineLevel="1">');
  });

  test('has columns that are alike together', () => {
    expect(written({ hiddenColumns: [4, 5] })).toContain(
      '<cols><col min="1" max="2" width="10" customWidth="1"/><col min="3" max="3" width="5" customWidth="1"/>' +
        '<col min="4" max="5" width="9.142857142857142" hidden="1" customWidth="1"/></cols>',
    );
  });

  test.each([
    [{ rows: 2, columns: 0 }, '<pane ySplit="2" topLeftCell="A3" activePane="bottomLeft" state="frozen"/>'],
    [{ rows: 0, columns: 1 }, '<pane xSplit="1" topLeftCell="B1" activePane="topRight" state="frozen"/>'],
    [{ rows: 2, columns: 1 }, '<pane xSplit="1" ySplit="2" topLeftCell="B3" activePane="bottomRight" state="frozen"/>'],
  ])('with %o frozen opens there', (frozen, pane) => {
    expect(written({ opens: { selected: 'A1', frozen } })).toContain(pane);
  });

  test('grows by the rows that are filled down', () => {
    const xml = written({ fillDown: { rows: 2, values: (k) => [k + 5] } });
    expect(xml).toContain('<dimension ref="A2:B5"/>');
    expect([...xml.matchAll(/<row r="(\d+)"/g)].map(([, row]) => Number(row))).toEqual([2, 3, 4, 5]);
    expect(written({ fillDown: { rows: 0, values: () => [] } })).toBe(written({}));
  });

  test('leaves the rows of a training run to be made block by block', () => {
    const from = (iteration: number) => ({
      iteration: iteration - 1,
      trained: new Float64Array(),
      errors: [],
      correct: [],
    });
    const training = { run: 0, rows: 600, learningRate: 0.5, iteration: 1, cells: [{ name: 'k' }], from };
    const made = pieces({ fillDown: training }).filter((piece) => typeof piece === 'object' && 'pattern' in piece);
    expect(made.map(({ first, end }) => [first, end])).toEqual([
      [0, 256],
      [256, 512],
      [512, 600],
    ]);
    expect(made.map((block) => block.from.iteration)).toEqual([0, 256, 512]);
    expect(made[0]?.pattern).toBe('<row r="3"><c r="A3" s="7"><f>A2&amp;&quot;&lt;&quot;</f><v>4</v></c></row>');
  });
});
