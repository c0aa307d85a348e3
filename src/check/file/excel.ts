import type { Archive } from '../../unzip/archive.ts';
import type { LearnerBook } from './book.ts';
import { readSeries } from './charts.ts';
import { limits } from './limits.ts';
import { definedNames, sheetNames } from './names.ts';
import { type Relationship, readRelationships } from './relationships.ts';
import { readSheet } from './sheet.ts';
import { damaged, Unreadable } from './unreadable.ts';
import { scanXml } from './xml.ts';

/**
 * Reads a workbook of Excel, .xlsx or .xlsm. Of macros not even the part is unpacked; chart sheets and sheets of macros are left out.
 * Source: ECMA-376 part 1, 12.3 and 18.2.
 *
 * @throws Unreadable
 */
export function readExcel(archive: Archive): LearnerBook {
  const path = workbookPath(archive);
  const folder = path.slice(0, path.lastIndexOf('/') + 1);
  const related = readRelationships(
    archive.read(`${folder}_rels/${path.slice(folder.length)}.rels`) ?? missing('list of sheets'),
    folder,
  );
  const { sheets, names } = readWorkbook(archive.read(path) ?? missing('workbook'), related);
  const shared = related.find(({ type }) => type === 'sharedStrings');
  const strings = shared === undefined ? [] : sharedStrings(archive.read(shared.path) ?? missing('texts'));
  const counter = { count: 0 };
  const read = sheets.map((sheet) =>
    readSheet(sheet.name, archive.read(sheet.path) ?? missing('sheets'), strings, counter),
  );
  return { sheets: read, series: chartsOf(archive), names };
}

const missing = (what: string): never => {
  throw damaged(`a part of its ${what} is missing`);
};

/** Where the workbook stands, as the archive's own relationships tell, or else by its usual name. */
function workbookPath(archive: Archive): string {
  const rels = archive.read('_rels/.rels');
  const told = rels === undefined ? [] : readRelationships(rels, '');
  const named = told.find(({ type, path }) => type === 'officeDocument' && archive.has(path))?.path;
  const path = named ?? archive.names.find((name) => /(^|\/)workbook\.xml$/i.test(name));
  if (path === undefined) throw new Unreadable('The file holds no workbook.');
  return path;
}

interface SheetPart {
  readonly name: string;
  readonly path: string;
}

/** The worksheets in the order of their tabs, and the defined names. */
function readWorkbook(
  xml: Uint8Array,
  related: readonly Relationship[],
): { readonly sheets: readonly SheetPart[]; readonly names: ReadonlyMap<string, string> } {
  const parts = new Map(related.map((each) => [each.id, each]));
  const tabs = sheetNames(limits.sheetName);
  const names = definedNames();
  const sheets: SheetPart[] = [];
  // All tabs, for names that hold on one of them count those without cells too.
  const order: string[] = [];
  let defined: { readonly name: string; readonly tab: string | undefined; text: string } | undefined;
  scanXml(xml, {
    open: (tag, attribute) => {
      if (tag === 'sheet') {
        const name = tabs.take(attribute('name') ?? '');
        const part = parts.get(attribute('r:id') ?? attribute('id') ?? '');
        order.push(name);
        if (part?.type === 'worksheet') sheets.push({ name, path: part.path });
        else if (part === undefined) throw damaged('a part of its sheets is missing');
      } else if (tag === 'definedName') {
        const tab = attribute('localSheetId');
        defined = { name: attribute('name') ?? '', tab, text: '' };
      }
    },
    text: (text) => {
      if (defined !== undefined && defined.text.length <= limits.formula) defined.text += text;
    },
    close: (tag) => {
      if (tag !== 'definedName' || defined === undefined) return;
      const { name, tab, text } = defined;
      const sheet = tab === undefined ? undefined : order[Number(tab)];
      if (tab === undefined || sheet !== undefined) names.define(name, text, sheet);
      defined = undefined;
    },
  });
  return { sheets, names: names.all };
}

/** The shared strings; of rich text the text, without the reading aids of Japanese. */
function sharedStrings(xml: Uint8Array): readonly string[] {
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
      if (tag !== 'si') return;
      if (strings.length === limits.strings)
        throw new Unreadable(
          `The workbook has more than ${limits.strings.toLocaleString('en')} texts, too many to check.`,
        );
      strings.push(text.slice(0, limits.text));
    },
  });
  return strings;
}

/** The series of all charts. */
function chartsOf(archive: Archive): LearnerBook['series'] {
  const charts = archive.names.filter((name) => /\/charts\/chart[^/]*\.xml$/i.test(name)).slice(0, limits.charts);
  return charts.flatMap((path) => readSeries(archive.read(path) ?? missing('charts'))).slice(0, limits.series);
}
