import { describe, expect, test } from 'vitest';
import { contentTypes, declare, noRelationships, relate, relationshipsPath } from '../../src/xlsx/parts.ts';
import { parse, serialise } from '../../src/xlsx/xml.ts';

test.each([
  ['xl/worksheets/sheet1.xml', 'xl/worksheets/_rels/sheet1.xml.rels'],
  ['xl/workbook.xml', 'xl/_rels/workbook.xml.rels'],
  ['a.xml', '_rels/a.xml.rels'],
])('the relationships of %s are in %s', (path, relationships) => {
  expect(relationshipsPath(path)).toBe(relationships);
});

describe('a new relationship', () => {
  test.each([
    ['<Relationships/>', 'rId1'],
    ['<Relationships><Relationship Id="rId1"/></Relationships>', 'rId2'],
    ['<Relationships><Relationship Id="rId2"/></Relationships>', 'rId3'],
    ['<Relationships><Relationship Id="rId3"/><Relationship Id="rId1"/></Relationships>', 'rId4'],
    ['<Relationships><Relationship Id="other"/></Relationships>', 'rId2'],
  ])('in %s has the id %s', (xml, id) => {
    const related = relate(parse(xml), 'chart', '../charts/chart1.xml');
    expect(related.id).toBe(id);
    expect(serialise(related.list)).toContain(
      `<Relationship Id="${id}" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/chart" ` +
        'Target="../charts/chart1.xml"/></Relationships>',
    );
  });

  test('leaves the list that it starts from as it is', () => {
    relate(noRelationships, 'drawing', 'x');
    expect(noRelationships.children).toEqual([]);
  });
});

test('only parts with a type are declared', () => {
  const types = declare(parse('<Types><Default/></Types>'), [
    { path: 'xl/charts/chart1.xml', type: contentTypes.chart },
    { path: 'xl/worksheets/sheet1.xml' },
  ]);
  expect(serialise(types)).toBe(
    '<Types><Default/><Override PartName="/xl/charts/chart1.xml" ' +
      'ContentType="application/vnd.openxmlformats-officedocument.drawingml.chart+xml"/></Types>',
  );
});
