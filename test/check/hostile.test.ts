import { strToU8, zipSync } from 'fflate';
import { describe, expect, test } from 'vitest';
import { checkWorkbook } from '../../src/check/check.ts';
import { timed } from '../helpers/seconds.ts';
import { layout } from './layouts.ts';
import { classFormulas, type LearnerCell, learnerSheet } from './learner-table.ts';
import { columnLetters } from './letters.ts';
import { partsOf, smallXlsx } from './small-xlsx.ts';

const MOST_SECONDS = 20;

/** What a file is judged to be, within the time that it may take. */
function judged(bytes: Uint8Array): { readonly verdict: string; readonly reason: string | null } {
  const { result, seconds } = timed(() => checkWorkbook(bytes));
  expect(seconds).toBeLessThan(MOST_SECONDS);
  return { verdict: result.verdict, reason: result.reason };
}

const sheet = layout(3);
const cells = learnerSheet(sheet, classFormulas);
const SHEET = 'xl/worksheets/sheet1.xml';

/** A learner's workbook with other or further parts. */
const withParts = (parts: Readonly<Record<string, string | Uint8Array>>): Uint8Array =>
  zipSync(
    Object.fromEntries(
      Object.entries({ ...partsOf({ [sheet.sheet]: cells }), ...parts }).map(([path, part]) => [
        path,
        typeof part === 'string' ? strToU8(part) : part,
      ]),
    ),
  );

/** A learner's workbook with a text in place of the end of its rows. */
const withRows = (text: string): Uint8Array =>
  withParts({
    [SHEET]: (partsOf({ [sheet.sheet]: cells })[SHEET] ?? '').replace('</sheetData>', `${text}</sheetData>`),
  });

const old = (text: string): Uint8Array =>
  new Uint8Array([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1, ...new Uint8Array(Buffer.from(text, 'utf16le'))]);

/** A number that lies in the directory of an archive, counted from the beginning of its first entry. */
function lying(at: number, value: number): Uint8Array {
  const bytes = smallXlsx({ [sheet.sheet]: cells });
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  for (let k = 0; k < bytes.length - 4; k++)
    if (view.getUint32(k, true) === 0x02014b50) {
      view.setUint32(k + at, value, true);
      break;
    }
  return bytes;
}

const mimetype = (type: string): Readonly<Record<string, Uint8Array>> => ({ mimetype: strToU8(type) });
const anyXml = strToU8('<a/>');

describe('a file that is none of a learner gets one sentence:', () => {
  test.each<readonly [string, Uint8Array, RegExp]>([
    ['empty', new Uint8Array(), /^The file is empty\.$/],
    [
      '.csv',
      strToU8('w1,w2\n1,2\n'),
      /^The file is a text such as \.csv, which holds no formulas; open it .* save it as \.xlsx\.$/,
    ],
    ['.csv with semicolons', strToU8('\ufeffw1;w2\r\n0,1;2\r\n'), /such as \.csv/],
    ['another text', strToU8('My homework'), /^The file is a text, not an \.xlsx workbook\.$/],
    ['a network file', strToU8('{"title": "x"}'), /^The file is a text in JSON/],
    [
      'a web page',
      strToU8('<html><table><tr><td>1</td></tr></table></html>'),
      /^The file is a web page, whatever its name says/,
    ],
    [
      'a link to Google Sheets',
      strToU8('https://docs.google.com/spreadsheets/d/1'),
      /only a link to Google Sheets; download/,
    ],
    [
      '.fods',
      strToU8('<?xml version="1.0"?><office:document office:version="1.3">'),
      /\.fods.*save it as \.xlsx, or as \.ods\.$/,
    ],
    [
      'XML of Excel 2003',
      strToU8('<?xml version="1.0"?><Workbook xmlns="urn:schemas-microsoft-com:office:spreadsheet">'),
      /old XML format of Excel/,
    ],
    ['bytes', new Uint8Array([1, 2, 3, 0, 255]), /^The file is not an \.xlsx workbook\.$/],
    ['.pdf', strToU8('%PDF-1.7'), /^The file is a PDF, .* saved as \.xlsx\.$/],
    ['.png', new Uint8Array([0x89, 0x50, 0x4e, 0x47, 13, 10, 26, 10]), /^The file is a picture \(PNG\)/],
    ['.jpg', new Uint8Array([0xff, 0xd8, 0xff, 0xe0]), /^The file is a picture \(JPEG\)/],
    ['.rar', strToU8('Rar!\x1a'), /^The file is an archive \(\.rar\); unpack it/],
    ['what macOS notes about a file', new Uint8Array([0, 5, 0x16, 7, 0, 2]), /macOS notes about another file/],
    ['old .xls', old('Workbook'), /old \.xls format; open it in a spreadsheet program and save it as \.xlsx\.$/],
    ['very old .xls', new Uint8Array([9, 4, 6, 0, 0, 0]), /very old \.xls format/],
    ['old .doc', old('WordDocument'), /old text document \(\.doc\)/],
    ['with a password', old('EncryptedPackage'), /^The file is protected by a password; save it without one\.$/],
    ['.xlsb', zipSync({ 'xl/workbook.bin': anyXml }), /\.xlsb format; .* save it as \.xlsx\.$/],
    ['.ods with a password', zipSync({ 'encrypted-package': anyXml }), /^The file is protected by a password/],
    [
      '.odt',
      zipSync({ 'content.xml': anyXml, ...mimetype('application/vnd.oasis.opendocument.text') }),
      /^The file is an OpenDocument text, not a workbook/,
    ],
    ['.docx', zipSync({ 'word/document.xml': anyXml }), /text document \(\.docx\) and holds no workbook/],
    ['.pptx', zipSync({ 'ppt/presentation.xml': anyXml }), /presentation \(\.pptx\) and holds no workbook/],
    ['.numbers', zipSync({ 'Index/Document.iwa': anyXml }), /Apple Numbers.*export it as \.xlsx\.$/],
    ['an archive of workbooks', zipSync({ 'group/zoe.xlsx': anyXml }), /archive of other files; unpack it/],
    ['another archive', zipSync({ 'a.txt': anyXml }), /^The file holds no workbook\.$/],
    ['more than 25 MB', new Uint8Array(25_000_001).fill(0x50), /^The file has 26 MB; at most 25 MB are read\.$/],
    ['a bomb of zeros', withParts({ [SHEET]: new Uint8Array(60_000_000) }), /unpacks to far more/],
    ['a part that says it has 4 GB', lying(24, 0xffffffff), /./],
    ['a million entities', withParts({ [SHEET]: '<!DOCTYPE a [<!ENTITY b "bb">]><a>&b;</a>' }), /./],
    [
      'elements within elements',
      withParts({ [SHEET]: '<a>'.repeat(100_000) }),
      /more than 200 elements within each other/,
    ],
    [
      'two thousand parts',
      withParts(Object.fromEntries(Array.from({ length: 2000 }, (_, k) => [`xl/${k}.xml`, '<a/>']))),
      /^The file has \d+ parts; a workbook has at most 1000\.$/,
    ],
  ])('%s', (_, bytes, sentence) => {
    const { verdict, reason } = judged(bytes);
    expect([verdict, reason]).toEqual(['unjudged', expect.stringMatching(sentence)]);
    expect(reason).toMatch(/^[A-Z].*\.$/);
  });
});

describe('a table with something strange beside it is judged all the same, and soon:', () => {
  const row = (k: number, inner: string): string => `<row r="${900 + k}">${inner}</row>`;
  test.each([
    ['a cell in the last row and column', row(1, '<c r="XFD1048576"><v>1</v></c>')],
    ['a formula in 10,000 parentheses', row(1, `<c r="A901"><f>${'('.repeat(10_000)}1${')'.repeat(10_000)}</f></c>`)],
    ['a formula of 100,000 signs', row(1, `<c r="A901"><f>${'-'.repeat(100_000)}1</f></c>`)],
    ['cells that read each other', row(1, '<c r="A901"><f>B901</f></c><c r="B901"><f>A901</f></c>')],
    [
      'a thousand sums of whole columns',
      Array.from({ length: 1000 }, (_, k) => row(k, `<c r="A${900 + k}"><f>SUM(A:XFD)+SUM(1:1048576)</f></c>`)).join(
        '',
      ),
    ],
    [
      'a cell that sums 680 ranges of 1,000 cells',
      Array.from({ length: 1000 }, (_, k) => row(k, `<c r="A${900 + k}"><v>${k}</v></c>`)).join('') +
        row(1000, `<c r="A1900"><f>SUM(${Array(680).fill('A900:A1899').join(',')})</f></c>`),
    ],
    [
      'a thousand cells that each sum all of them',
      Array.from({ length: 1000 }, (_, k) => row(k, `<c r="A${900 + k}"><f>SUM($A$900:$A$1899)</f></c>`)).join(''),
    ],
    [
      'a circle of 20,000 cells',
      Array.from({ length: 20_000 }, (_, k) =>
        row(k, `<c r="A${900 + k}"><f>A${900 + ((k + 1) % 20_000)}+1</f></c>`),
      ).join(''),
    ],
    [
      'sums of all that stands above',
      Array.from({ length: 20_000 }, (_, k) => row(k, `<c r="A${900 + k}"><f>SUM(A$899:A${899 + k})+1</f></c>`)).join(
        '',
      ),
    ],
    [
      'a thousand formulas of a thousand terms',
      Array.from({ length: 1000 }, (_, k) => {
        const terms = Array.from({ length: 1000 }, (_, j) => `B${1 + ((k * 7_919 + j * 104_729) % 9_973)}`);
        return row(k, `<c r="A${900 + k}"><f>${terms.join('+')}</f></c>`);
      }).join(''),
    ],
    [
      'a chain of 30,000 cells without numbers',
      Array.from({ length: 30_000 }, (_, k) => row(k, `<c r="A${900 + k}"><f>A${899 + k}+1</f></c>`)).join(''),
    ],
  ])('%s', (_, rows) => {
    expect(judged(withRows(rows)).verdict).toBe('right');
  });
});

/** Rows of a large table; HOSTILE=9000 comes near the most cells that are read. */
const ROWS = Number(process.env.HOSTILE ?? 300);

test(`a table of ${ROWS} rows full of mistakes is judged in time`, { timeout: 300_000 }, () => {
  const wrong = { ...classFormulas };
  for (const name of Object.keys(wrong)) if (name.startsWith('∂')) wrong[name] = `${wrong[name]}*1.0001+0.00001`;
  const large = learnerSheet({ ...layout(9), rows: ROWS, headerRow: 5 }, wrong);
  const sides: LearnerCell[] = Array.from({ length: ROWS }, (_, k) => ({
    address: `${columnLetters(60)}${k + 6}`,
    value: k,
    formula: `SUM(A$6:${columnLetters(40)}${k + 6})`,
  }));
  expect(judged(smallXlsx({ Sheet1: [...large, ...sides] })).verdict).toBe('wrong');
});
