import { limits } from './limits.ts';
import { Unreadable } from './unreadable.ts';

/** What a person can do with a file of another format. */
const SAVE = 'open it in a spreadsheet program and save it as .xlsx';

/** Files that are no workbooks at all, by their first bytes, and what they are. Source: the formats' own descriptions. */
const beginnings: readonly (readonly [bytes: readonly number[] | string, sentence: string])[] = [
  ['%PDF', 'The file is a PDF, a picture of a workbook; hand in the workbook itself, saved as .xlsx.'],
  ['\x89PNG', 'The file is a picture (PNG); hand in the workbook itself, saved as .xlsx.'],
  [[0xff, 0xd8, 0xff], 'The file is a picture (JPEG); hand in the workbook itself, saved as .xlsx.'],
  ['GIF8', 'The file is a picture (GIF); hand in the workbook itself, saved as .xlsx.'],
  ['BM', 'The file is a picture (BMP); hand in the workbook itself, saved as .xlsx.'],
  ['II*\0', 'The file is a picture (TIFF); hand in the workbook itself, saved as .xlsx.'],
  ['MM\0*', 'The file is a picture (TIFF); hand in the workbook itself, saved as .xlsx.'],
  ['RIFF', 'The file is a picture or a recording; hand in the workbook itself, saved as .xlsx.'],
  ['7z\xbc\xaf', 'The file is an archive (.7z); unpack it, and check the workbook in it.'],
  ['Rar!', 'The file is an archive (.rar); unpack it, and check the workbook in it.'],
  [[0x1f, 0x8b], 'The file is an archive (.gz); unpack it, and check the workbook in it.'],
  [
    [0, 5, 0x16, 7],
    'The file holds only what macOS notes about another file; check that one, without ._ before its name.',
  ],
  [[9, 0, 4, 0], `The file is in a very old .xls format; ${SAVE}.`],
  [[9, 2, 6, 0], `The file is in a very old .xls format; ${SAVE}.`],
  [[9, 4, 6, 0], `The file is in a very old .xls format; ${SAVE}.`],
];

/** Texts that are no workbooks, by what stands near their beginning; the last one fits all that spreadsheet programs call .csv. */
const texts: readonly (readonly [pattern: RegExp, sentence: string])[] = [
  [/<office:document\b/, `The file is a flat OpenDocument file (.fods); ${SAVE}, or as .ods.`],
  [/urn:schemas-microsoft-com:office:spreadsheet/, `The file is in the old XML format of Excel; ${SAVE}.`],
  [/^\s*<(?:!doctype html|html|head|body|table|meta)\b/i, `The file is a web page, whatever its name says; ${SAVE}.`],
  [/docs\.google\.com|"doc_id"/, 'The file is only a link to Google Sheets; download the workbook there as .xlsx.'],
  [/^\s*[{[]/, 'The file is a text in JSON, not a workbook; check takes .xlsx, .xlsm and .ods files.'],
  [/^ID;P/, `The file is in the old .slk format; ${SAVE}.`],
  [/^.*[,;\t|]/, `The file is a text such as .csv, which holds no formulas; ${SAVE}.`],
];

/**
 * Tells what is no zip archive at all.
 *
 * @throws Unreadable with what it is instead
 */
export function refuseBytes(bytes: Uint8Array): void {
  if (bytes.length === 0) throw new Unreadable('The file is empty.');
  if (bytes.length > limits.file)
    throw new Unreadable(`The file has ${Math.ceil(bytes.length / 1e6)} MB; at most ${limits.file / 1e6} MB are read.`);
  if (isAt(bytes, 'PK')) return;
  if (isAt(bytes, [0xd0, 0xcf, 0x11, 0xe0])) throw new Unreadable(oldFormat(bytes));
  const known = beginnings.find(([start]) => isAt(bytes, start));
  throw new Unreadable(known?.[1] ?? textFormat(bytes) ?? `The file is not an .xlsx workbook.`);
}

function isAt(bytes: Uint8Array, start: readonly number[] | string): boolean {
  const codes = typeof start === 'string' ? [...start].map((letter) => letter.charCodeAt(0)) : start;
  return codes.every((code, k) => bytes[k] === code);
}

/** Compound files, by the names of the streams in them. Source: Microsoft, [MS-CFB] 2.6.1, [MS-OFFCRYPTO] 1.3.3. */
function oldFormat(bytes: Uint8Array): string {
  const text = new TextDecoder('utf-16le').decode(bytes.subarray(0, bytes.length - (bytes.length % 2)));
  if (text.includes('EncryptedPackage')) return PROTECTED;
  if (text.includes('WordDocument')) return `The file is an old text document (.doc), not a workbook.`;
  if (text.includes('PowerPoint')) return `The file is an old presentation (.ppt), not a workbook.`;
  return `The file is in the old .xls format; ${SAVE}.`;
}

export const PROTECTED = 'The file is protected by a password; save it without one.';

function textFormat(bytes: Uint8Array): string | undefined {
  const [first, second] = bytes;
  const wide = first === 0xff && second === 0xfe;
  const start = new TextDecoder(wide ? 'utf-16le' : 'utf-8').decode(bytes.subarray(0, 4_096));
  // A text holds no zeros and the like.
  if ([...start].some((letter) => letter < ' ' && !'\t\n\r\f'.includes(letter))) return undefined;
  return texts.find(([pattern]) => pattern.test(start))?.[1] ?? 'The file is a text, not an .xlsx workbook.';
}

/** Archives that are no workbooks, by the parts in them. */
const archives: readonly (readonly [part: RegExp, sentence: string])[] = [
  [/(^|\/)workbook\.xml$/i, ''],
  [/^content\.xml$/i, ''],
  [/(^|\/)workbook\.bin$/i, `The file is in the .xlsb format; ${SAVE}.`],
  [/^encrypted-package$/i, PROTECTED],
  [/^word\//i, 'The file is a text document (.docx) and holds no workbook; hand in the workbook itself.'],
  [/^ppt\//i, 'The file is a presentation (.pptx) and holds no workbook; hand in the workbook itself.'],
  [/(^|\/)index\/.*\.iwa$|^index\.zip$/i, 'The file is of Apple Numbers, Pages or Keynote; export it as .xlsx.'],
  [
    /\.(?:xlsx|xlsm|xlsb|xls|ods|numbers|csv)$/i,
    'The file is an archive of other files; unpack it, and check the workbooks in it.',
  ],
];

/**
 * Tells archives that are no workbooks by the names of their parts.
 *
 * @throws Unreadable with what it is instead
 */
export function refuseArchive(names: readonly string[]): void {
  const known = archives.find(([part]) => names.some((name) => part.test(name)))?.[1] ?? '';
  if (known !== '') throw new Unreadable(known);
}
