import { describe, expect, test } from 'vitest';
import { RowWriter } from '../../src/xlsx/row-press/index.ts';
import { inSchemaOrder } from '../../src/xlsx/schema-order.ts';
import { type Additions, sheetPart } from '../../src/xlsx/sheet-part.ts';
import { parse } from '../../src/xlsx/xml.ts';

const SHEET =
  '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<worksheet xmlns="urn:x"><dimension ref="A1:B3"/>' +
  '<sheetData><row r="2"><c r="A2"><v>1</v></c></row><row r="3"><c r="A3"><f>A2+1</f><v>2</v></c></row></sheetData>' +
  '<pageSetup/><conditionalFormatting><cfRule><extLst/></cfRule></conditionalFormatting><tableParts/></worksheet>';

const filling = { rows: 2, values: (k: number) => [k + 3] };
const writer = new RowWriter();
const written = (xml: string, additions: Additions): string =>
  Array.from(sheetPart(xml, additions, writer), (piece) =>
    typeof piece === 'object' && 'bytes' in piece ? new TextDecoder().decode(piece.bytes()) : piece,
  ).join('');

/** The names of the elements on the first level. */
const elements = (xml: string): readonly string[] =>
  parse(xml).children.flatMap((child) => (typeof child === 'object' && 'name' in child ? [child.name] : []));

describe('a sheet', () => {
  test('without additions keeps its rows and gets its elements in order', () => {
    const xml = written(SHEET, {});
    expect(xml).toContain(SHEET.slice(SHEET.indexOf('<sheetData>'), SHEET.indexOf('</sheetData>')));
    expect(elements(xml)).toEqual(['dimension', 'sheetData', 'conditionalFormatting', 'pageSetup', 'tableParts']);
  });

  test('has its drawing before the parts of its tables, not inside a rule', () => {
    const xml = written(SHEET, { drawing: 'rId7' });
    expect(elements(xml)).toEqual([
      'dimension',
      'sheetData',
      'conditionalFormatting',
      'pageSetup',
      'drawing',
      'tableParts',
    ]);
    expect(xml).toContain('<drawing r:id="rId7"/><tableParts/>');
  });

  test('grows by the rows that are filled down', () => {
    const xml = written(SHEET, { filling });
    expect(xml).toContain('<dimension ref="A1:B5"/>');
    expect([...xml.matchAll(/<row r="(\d+)"/g)].map(([, row]) => Number(row))).toEqual([2, 3, 4, 5]);
    expect(written(SHEET, { filling: { ...filling, rows: 0 } })).toBe(written(SHEET, {}));
  });

  test('leaves the rows of a training run to be made block by block', () => {
    const cells = [{ name: 'k' }];
    const from = (iteration: number) => ({
      iteration: iteration - 1,
      trained: new Float64Array(),
      errors: [],
      correct: [],
    });
    const training = { rows: 600, learningRate: 0.5, iteration: 1, cells, from };
    const pieces = [...sheetPart(SHEET, { filling: training }, writer)];
    const made = pieces.filter((piece) => typeof piece === 'object' && 'pattern' in piece);
    expect(made.map(({ first, end }) => [first, end])).toEqual([
      [0, 256],
      [256, 512],
      [512, 600],
    ]);
    expect(made.map((block) => block.from.iteration)).toEqual([0, 256, 512]);
    expect(made[0]?.pattern).toBe('<row r="3"><c r="A3"><f>A2+1</f><v>2</v></c></row>');
  });

  test('without rows is refused', () => {
    expect(() => written('<worksheet/>', {})).toThrow('The sheet has no rows.');
  });
});

test('fonts get the order of the schema, at any depth', () => {
  const ordered = inSchemaOrder(parse('<fonts><font><name/><sz/><i/><b/></font><font><color/><u/></font></fonts>'));
  expect(ordered).toEqual(parse('<fonts><font><b/><i/><sz/><name/></font><font><u/><color/></font></fonts>'));
});
