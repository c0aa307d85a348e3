import { strToU8, zipSync } from 'fflate';
import { describe, expect, test } from 'vitest';
import { checkWorkbook } from '../../../src/check/check.ts';
import { addressOf } from '../../../src/check/file/address.ts';
import { limits } from '../../../src/check/file/limits.ts';
import { readBook } from '../../../src/check/file/workbook.ts';
import { timed } from '../../helpers/seconds.ts';
import { layout } from '../layouts.ts';
import { classFormulas, learnerSheet } from '../learner-table.ts';
import { partsOf } from '../small-xlsx.ts';

const sheet = layout(3);
const table = learnerSheet(sheet, classFormulas);
const cell = [{ address: 'A1', value: 1 }];

/** A workbook of these sheets with other or further parts; undefined leaves one out. */
const withParts = (
  parts: Readonly<Record<string, string | undefined>>,
  sheets: Parameters<typeof partsOf>[0] = { [sheet.sheet]: table },
): Uint8Array =>
  zipSync(
    Object.fromEntries(
      Object.entries({ ...partsOf(sheets), ...parts }).flatMap(([path, text]) =>
        text === undefined ? [] : [[path, strToU8(text)]],
      ),
    ),
  );

const workbookXml = (inner: string): string => `<workbook><sheets>${inner}</sheets></workbook>`;
const sheetTag = (name: string, id: string): string => `<sheet name="${name}" r:id="${id}"/>`;
const rels = (...all: readonly (readonly [id: string, type: string, target: string])[]): string =>
  `<Relationships>${all.map(([id, type, target]) => `<Relationship Id="${id}" Type="http://x/${type}" Target="${target}"/>`).join('')}</Relationships>`;

const SHEET = 'xl/worksheets/sheet1.xml';
const WORKBOOK = 'xl/workbook.xml';
const RELS = 'xl/_rels/workbook.xml.rels';

describe('a workbook with macros is judged without them:', () => {
  test.each([
    ['of Visual Basic', { 'xl/vbaProject.bin': 'not even read' }],
    ['of Excel 4', { 'xl/macrosheets/sheet1.xml': '<not even read' }],
  ])('%s', (_, parts) => {
    expect(checkWorkbook(withParts(parts)).verdict).toBe('right');
  });
});

describe('parts are found', () => {
  const moved = (target: string, path: string): Uint8Array => {
    const parts = partsOf({ S: cell });
    return withParts(
      { [RELS]: rels(['rId1', 'worksheet', target]), [SHEET]: undefined, [path]: parts[SHEET] },
      { S: cell },
    );
  };
  test.each([
    ['beside the workbook', './worksheets/a.xml', 'xl/worksheets/a.xml'],
    ['from the root', '/other/a.xml', 'other/a.xml'],
    ['above the workbook', '../other/a.xml', 'other/a.xml'],
    ['in capital letters', 'WORKSHEETS/A.XML', 'xl/worksheets/a.xml'],
  ])('%s', (_, target, path) => {
    expect(readBook(moved(target, path)).sheets.map(({ cells }) => cells.size)).toEqual([1]);
  });

  test('when the workbook itself stands elsewhere', () => {
    const parts = partsOf({ S: cell });
    const bytes = withParts({
      '_rels/.rels': rels(['a', 'officeDocument', 'main/book2.xml']),
      'main/book2.xml': parts[WORKBOOK],
      'main/_rels/book2.xml.rels': rels(['rId1', 'worksheet', '/xl/worksheets/sheet1.xml']),
    });
    expect(readBook(bytes).sheets).toHaveLength(1);
  });
});

describe('shared strings', () => {
  const strings = (xml: string, cells: string): readonly unknown[] => {
    const [read] = readBook(
      withParts({
        'xl/texts.xml': `<sst>${xml}</sst>`,
        [RELS]: rels(['rId1', 'worksheet', 'worksheets/sheet1.xml'], ['rId9', 'sharedStrings', 'texts.xml']),
        [SHEET]: `<worksheet><sheetData><row r="1">${cells}</row></sheetData></worksheet>`,
      }),
    ).sheets;
    return [...(read?.cells.values() ?? [])].map(({ value }) => value);
  };
  test('of rich text have its parts, without reading aids', () => {
    const rich = '<si><r><t>a_</t></r><r><t>h1</t></r><rPh><t>no</t></rPh></si><si><t>η</t></si>';
    expect(strings(rich, '<c t="s"><v>0</v></c><c t="s"><v>1</v></c>')).toEqual(['a_h1', 'η']);
  });
});

test('defined names of the workbook and of its sheets are read, without those that Excel keeps for itself', () => {
  const xml = `<workbook><sheets>${sheetTag('LR 0.1', 'rId1')}${sheetTag('LR 0.2', 'rId2')}</sheets><definedNames>
    <definedName name="Eta">'LR 0.1'!$B$2</definedName><definedName name="eta" localSheetId="1">'LR 0.2'!$B$2</definedName>
    <definedName name="_xlnm.Print_Area" localSheetId="0">A1</definedName><definedName name="ETA">second</definedName>
    <definedName name="far" localSheetId="7">A1</definedName></definedNames></workbook>`;
  const { names } = readBook(withParts({ [WORKBOOK]: xml }, { 'LR 0.1': cell, 'LR 0.2': cell }));
  expect([...(names ?? [])]).toEqual([
    ['eta', "'LR 0.1'!$B$2"],
    ['lr 0.2!eta', "'LR 0.2'!$B$2"],
  ]);
});

test('a formula longer than Excel takes is kept as one that cannot be read', () => {
  const formula = `<c r="A1"><f>${'A2+'.repeat(5_000)}1</f><v>1</v></c>`;
  const [read] = readBook(withParts({ [SHEET]: `<worksheet><sheetData>${formula}</sheetData></worksheet>` })).sheets;
  const text = [...(read?.cells.values() ?? [])].map((each) => [
    addressOf(each),
    each.formula?.text.length,
    each.formula?.text.at(-1),
  ]);
  expect(text).toEqual([['A1', limits.formula + 1, '…']]);
});

describe('a workbook is called damaged', () => {
  test.each([
    ['without a sheet that it names', { [SHEET]: undefined }, 'a part of its sheets is missing'],
    ['without the link to a sheet', { [RELS]: rels() }, 'a part of its sheets is missing'],
    ['without its list of sheets', { [RELS]: undefined }, 'a part of its list of sheets is missing'],
    ['with something else for a sheet', { [SHEET]: '<sst/>' }, 'a sheet of it holds no rows'],
    [
      'with two sheets of one name',
      { [WORKBOOK]: workbookXml(sheetTag('A', 'rId1') + sheetTag('a', 'rId1')) },
      'two sheets of it have the same name',
    ],
  ])('%s', (_, parts, what) => {
    expect(checkWorkbook(withParts(parts)).reason).toBe(`The file is damaged: ${what}.`);
  });
});

describe('a workbook beyond what is read is refused in a sentence, not called damaged:', () => {
  test.each([
    [
      'a name of 32 characters',
      workbookXml(sheetTag('x'.repeat(32), 'rId1')),
      /^The name of sheet 1 has more than 31 characters, more than Excel takes; give it a shorter one\.$/,
    ],
    [
      'a name of a million',
      workbookXml(sheetTag('x'.repeat(1_000_000), 'rId1')),
      /^The name of sheet 1 has more than 31 characters, more than Excel takes; give it a shorter one\.$/,
    ],
    [
      '301 sheets',
      workbookXml(Array.from({ length: 301 }, (_, k) => sheetTag(`S${k}`, 'rId1')).join('')),
      /^The workbook has more than 300 sheets, /,
    ],
  ])('%s', (_, xml, sentence) => {
    const { result, seconds } = timed(() => checkWorkbook(withParts({ [WORKBOOK]: xml })));
    expect(result.reason).toMatch(sentence);
    expect(seconds).toBeLessThan(1);
  });
});
