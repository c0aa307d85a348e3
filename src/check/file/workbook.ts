import { readSeries, type Series } from './charts.ts';
import { limits } from './limits.ts';
import { readSheet, type Sheet } from './sheet.ts';
import { Unreadable } from './unreadable.ts';
import { scanXml } from './xml.ts';
import { type Archive, openArchive } from './zip.ts';

/** What a workbook of a learner holds, as far as it is judged. */
export interface Book {
  readonly sheets: readonly Sheet[];
  readonly series: readonly Series[];
}

/**
 * Reads a workbook that a stranger made. Everything is bounded before it is unpacked, no link is followed, no macro is run.
 *
 * @param bytes of the file
 * @throws Unreadable with a sentence that says why it cannot be read
 */
export function readBook(bytes: Uint8Array): Book {
  refuseOthers(bytes);
  const archive = openArchive(bytes);
  refuseContents(archive.names);
  const workbook = archive.names.find((name) => /(^|\/)workbook\.xml$/i.test(name));
  if (workbook === undefined) throw new Unreadable('The file holds no workbook.');
  const folder = workbook.slice(0, workbook.length - 'workbook.xml'.length);
  const strings = sharedStrings(textOf(archive, `${folder}sharedStrings.xml`) ?? '');
  const counter = { count: 0 };
  const sheets = sheetParts(archive, folder).map(({ name, path }) =>
    readSheet(name, textOf(archive, path) ?? '<worksheet/>', strings, counter),
  );
  const charts = archive.names.filter((name) => /\/charts\/chart[^/]*\.xml$/i.test(name)).slice(0, limits.charts);
  return { sheets, series: charts.flatMap((path) => readSeries(textOf(archive, path) ?? '')) };
}

const OLD_FORMAT = [0xd0, 0xcf, 0x11, 0xe0] as const;

/** Tells what is no zip archive at all. */
function refuseOthers(bytes: Uint8Array): void {
  if (bytes.length === 0) throw new Unreadable('The file is empty.');
  if (bytes.length > limits.file)
    throw new Unreadable(`The file has ${Math.ceil(bytes.length / 1e6)} MB; at most ${limits.file / 1e6} MB are read.`);
  if (OLD_FORMAT.every((byte, k) => bytes[k] === byte)) {
    const text = new TextDecoder('utf-16le').decode(bytes.subarray(0, bytes.length - (bytes.length % 2)));
    throw new Unreadable(
      text.includes('EncryptedPackage')
        ? 'The file is protected by a password; save it without one.'
        : 'The file is in the old .xls format; open it in a spreadsheet program and save it as .xlsx.',
    );
  }
  if (bytes[0] !== 0x50 || bytes[1] !== 0x4b) throw new Unreadable('The file is not an .xlsx workbook.');
}

/** Tells archives that are no workbooks, or hold what a workbook of this exercise must not. */
function refuseContents(names: readonly string[]): void {
  const has = (pattern: RegExp): boolean => names.some((name) => pattern.test(name));
  if (has(/(^|\/)vbaProject\.bin$/i) || has(/\/macrosheets\//i))
    throw new Unreadable('The file holds macros; save it as .xlsx, which leaves them out.');
  if (has(/(^|\/)workbook\.bin$/i)) throw new Unreadable('The file is in the .xlsb format; save it as .xlsx.');
  if (has(/^content\.xml$/i)) throw new Unreadable('The file is an OpenDocument file; save it as .xlsx.');
}

function textOf(archive: Archive, path: string): string | undefined {
  const bytes = archive.read(path);
  if (bytes === undefined) return undefined;
  const [first, second] = bytes;
  const utf16 = (first === 0xff && second === 0xfe) || (first === 0xfe && second === 0xff);
  return new TextDecoder(utf16 ? (first === 0xff ? 'utf-16le' : 'utf-16be') : 'utf-8').decode(bytes);
}

/** The worksheets in the order of their tabs; chart sheets and links to other files are left out. */
function sheetParts(archive: Archive, folder: string): readonly { readonly name: string; readonly path: string }[] {
  const paths = new Map<string, string>();
  scanXml(textOf(archive, `${folder}_rels/workbook.xml.rels`) ?? '', {
    open: (tag, attribute) => {
      const target = attribute('Target') ?? '';
      if (
        tag !== 'Relationship' ||
        attribute('TargetMode') === 'External' ||
        !/\/worksheet$/.test(attribute('Type') ?? '')
      )
        return;
      paths.set(attribute('Id') ?? '', target.startsWith('/') ? target.slice(1) : folder + target.replace(/^\.\//, ''));
    },
  });
  const parts: { name: string; path: string }[] = [];
  scanXml(textOf(archive, `${folder}workbook.xml`) ?? '', {
    open: (tag, attribute) => {
      const path = tag === 'sheet' ? paths.get(attribute('id') ?? '') : undefined;
      if (path !== undefined && parts.length < limits.sheets) parts.push({ name: attribute('name') ?? '', path });
    },
  });
  return parts;
}

/** The shared strings; of rich text the text, without the reading aids of Japanese. */
function sharedStrings(xml: string): readonly string[] {
  const strings: string[] = [];
  let text = '';
  let [inText, inPhonetic] = [false, false];
  scanXml(xml, {
    open: (tag) => {
      if (tag === 'si') text = '';
      inText = tag === 't';
      if (tag === 'rPh') inPhonetic = true;
    },
    text: (piece) => {
      if (inText && !inPhonetic && text.length < limits.text) text += piece;
    },
    close: (tag) => {
      inText = false;
      if (tag === 'rPh') inPhonetic = false;
      if (tag === 'si') strings.push(text);
    },
  });
  return strings;
}
