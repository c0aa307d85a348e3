import { describe, expect, test } from 'vitest';
import {
  contentTypes,
  declarations,
  noRelationships,
  relate,
  relationshipsPath,
  withMore,
} from '../../src/xlsx/parts.ts';
import { serialise } from '../../src/xlsx/xml.ts';

test.each([
  ['xl/worksheets/sheet1.xml', 'xl/worksheets/_rels/sheet1.xml.rels'],
  ['xl/workbook.xml', 'xl/_rels/workbook.xml.rels'],
  ['a.xml', '_rels/a.xml.rels'],
])('the relationships of %s are in %s', (path, relationships) => {
  expect(relationshipsPath(path)).toBe(relationships);
});

describe('a new relationship', () => {
  test('has the next id', () => {
    const first = relate(noRelationships, 'comments', '../comments1.xml');
    const second = relate(first.list, 'chart', '../charts/chart1.xml');
    expect([first.id, second.id]).toEqual(['rId1', 'rId2']);
    expect(serialise(second.list)).toContain(
      '<Relationship Id="rId2" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/chart" ' +
        'Target="../charts/chart1.xml"/></Relationships>',
    );
  });

  test('leaves the list that it starts from as it is', () => {
    relate(noRelationships, 'drawing', 'x');
    expect(noRelationships.children).toEqual([]);
  });
});

test('only parts with a type are declared, after all that is declared', () => {
  const added = declarations([
    { path: 'xl/charts/chart1.xml', type: contentTypes.chart },
    { path: 'xl/worksheets/sheet1.xml' },
  ]);
  expect(withMore('<Types><Default/></Types>', added)).toBe(
    '<Types><Default/><Override PartName="/xl/charts/chart1.xml" ' +
      'ContentType="application/vnd.openxmlformats-officedocument.drawingml.chart+xml"/></Types>',
  );
});
