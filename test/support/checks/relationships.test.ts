import { describe, expect, test } from 'vitest';
import { packageFaults } from '../package-checks.ts';
import { alteredWorkbook, smallWorkbook } from '../small-workbook.ts';
import { spoil } from './spoil.ts';

const CONTENT_TYPES = '[Content_Types].xml';
const CHART = 'xl/charts/chart1.xml';
const SHEET_RELS = 'xl/worksheets/_rels/sheet2.xml.rels';

const faultsWithout = (path: string): readonly string[] =>
  packageFaults(alteredWorkbook((parts) => parts.delete(path)));
const faultsWith = (...added: readonly (readonly [path: string, text: string])[]): readonly string[] =>
  packageFaults(
    alteredWorkbook((parts) => {
      for (const [path, text] of added) parts.set(path, text);
    }),
  );

describe('content types', () => {
  spoil(CONTENT_TYPES, [
    [
      `PartName="/${CHART}"`,
      'PartName="/no.xml"',
      `${CONTENT_TYPES} gives a type to /no.xml, which is not in the package`,
      `${CHART} has no content type of its own`,
    ],
    [
      '<Default Extension="xml" ContentType="application/xml"/>',
      '<Override PartName="/xl/workbook.xml" ContentType="x"/>',
      `${CONTENT_TYPES} gives /xl/workbook.xml two types`,
    ],
  ]);

  test('every part needs one', () => {
    expect(faultsWith(['xl/media/image1.png', 'x'])).toEqual(['xl/media/image1.png has no content type']);
    expect(faultsWithout(CONTENT_TYPES)).toEqual([`The package has no ${CONTENT_TYPES}`]);
  });
});

describe('relationships', () => {
  spoil(SHEET_RELS, [
    ['Id="rId1"', 'Id="rId9"', 'xl/worksheets/sheet2.xml mentions the relationship rId1, which it does not have'],
    [
      'drawing1.xml"',
      'drawing2.xml"',
      `${SHEET_RELS}: rId1 leads to "xl/drawings/drawing2.xml", which is not in the package`,
    ],
    [
      '</Relationships>',
      '<Relationship Id="rId1" Type="x/drawing" Target="../drawings/drawing1.xml"/></Relationships>',
      `${SHEET_RELS} has the id rId1 twice`,
    ],
  ]);

  test('a missing part is missed by all who mention it', () => {
    expect(faultsWithout(CHART)).toEqual([
      `${CONTENT_TYPES} gives a type to /${CHART}, which is not in the package`,
      `xl/drawings/_rels/drawing1.xml.rels: rId1 leads to "${CHART}", which is not in the package`,
    ]);
    expect(faultsWithout('xl/drawings/drawing1.xml')).toContain(
      'xl/drawings/_rels/drawing1.xml.rels belongs to "xl/drawings/drawing1.xml", which is not in the package',
    );
  });
});

test('an entry of the zip file is there once', () => {
  const bytes = Buffer.from(smallWorkbook());
  // A name is written before its entry and in the directory, and these two are equally long.
  for (let at = bytes.indexOf(CHART); at >= 0; at = bytes.indexOf(CHART)) bytes.write('xl/sharedStrings.xml', at);
  expect(packageFaults(bytes)).toContain('The zip file has two entries "xl/sharedstrings.xml"');
});

test('tables have ids and names of their own', () => {
  const table = (file: number, id: number, name: string) =>
    [`xl/tables/table${file}.xml`, `<table id="${id}" displayName="${name}"/>`] as const;
  expect(faultsWith(table(1, 1, 'Runs'), table(2, 1, 'Steps'))).toContain('Two tables have the id 1');
  expect(faultsWith(table(1, 1, 'Runs'), table(2, 2, 'runs'))).toContain('The table name "runs" is taken');
  expect(faultsWith(table(1, 1, 'Eta'))).toContain('The table name "eta" is taken');
  expect(faultsWith(table(1, 1, 'Q1'))).toContain('The table name "q1" looks like a cell address');
});

test('a part that is not well formed is named', () => {
  const broken = smallWorkbook({ part: 'xl/workbook.xml', from: '</sheets>', to: '' });
  expect(packageFaults(broken)).toEqual([expect.stringMatching(/^xl\/workbook\.xml is not well formed: /)]);
  expect(faultsWithout('xl/workbook.xml')).toEqual(['The package has no workbook with sheets']);
});
