import SharedStringsXform from 'exceljs/lib/xlsx/xform/strings/shared-strings-xform.js';
import StylesXform from 'exceljs/lib/xlsx/xform/style/styles-xform.js';
import Xlsx from 'exceljs/lib/xlsx/xlsx.js';
import type { RichText } from '../sheet/cell.ts';
import type { Look, Mark } from '../sheet/look.ts';
import { type SheetOutline, workbookNames } from './defined-names.ts';
import { fontOf, markStyle, styleOf } from './exceljs-style.ts';
import { type Parts, PROGRAM } from './parts.ts';
import type { Shared } from './shared.ts';
import { asTyped } from './typed-text.ts';

/**
 * The only file that knows exceljs. It makes the package around the sheets: its properties and names, the styles and the texts. The sheets
 * themselves are ours, for their rows, charts, figures and sizes of notes are beyond exceljs.
 */

/** A package in the making. */
export interface ExceljsPackage {
  readonly shared: Shared;
  /** The parts that do not depend on the cells of the sheets. */
  readonly parts: (sheets: readonly SheetOutline[]) => Promise<Parts>;
  /** The parts that are complete when all the sheets are written: the styles and the texts. */
  readonly last: Readonly<Record<'xl/sharedStrings.xml' | 'xl/styles.xml', () => string>>;
}

/** The date in every workbook's properties: a clock would make two runs differ. */
const CREATED = new Date(Date.UTC(2000, 0, 1));

/** How the workbook opens: a window of usual size, in twentieths of a point, with the first sheet in front. */
const WINDOW = {
  x: 0,
  y: 0,
  width: 28_800,
  height: 15_000,
  firstSheet: 0,
  activeTab: 0,
  visibility: 'visible',
} as const;

/** A workbook as exceljs writes it, without its sheets. */
function workbookModel(title: string) {
  return {
    creator: PROGRAM,
    lastModifiedBy: PROGRAM,
    title,
    subject: '',
    keywords: '',
    category: '',
    description: '',
    company: '',
    manager: '',
    created: CREATED,
    modified: CREATED,
    properties: {},
    calcProperties: { fullCalcOnLoad: true },
    views: [WINDOW],
    styles: new StylesXform(true),
    useSharedStrings: true,
    sharedStrings: new SharedStringsXform(),
    drawings: [],
    tables: [],
    media: [],
    commentRefs: [],
  };
}

/** The sheets as it declares them. */
function declared(sheets: readonly SheetOutline[]) {
  const worksheets = sheets.map(({ name, hidden }, index) => ({
    id: index + 1,
    name,
    state: hidden ? 'veryHidden' : 'visible',
  }));
  return { worksheets, sheets: worksheets, definedNames: workbookNames(sheets) };
}

/** Begins the package of a workbook. */
export function openPackage(title: string): ExceljsPackage {
  const model = workbookModel(title);
  const shared = sharedOf(model);
  // exceljs declares the part of the texts only where it knows of one; this one is on the first sheet anyway.
  shared.text(title);
  return {
    shared,
    parts: (sheets) => partsOf({ ...model, ...declared(sheets) }),
    last: {
      'xl/styles.xml': () => withFontsInOrder(model.styles.xml),
      'xl/sharedStrings.xml': () => model.sharedStrings.toXml(model.sharedStrings.model),
    },
  };
}

/** What the sheets add to. */
type Model = Pick<ReturnType<typeof workbookModel>, 'styles' | 'sharedStrings'>;

/** Equal looks are one object, and so are the marks of a table: each is given to exceljs once. */
function sharedOf({ styles, sharedStrings }: Model): Shared {
  const marks = new Map<string, number>();
  return {
    style: once((look: Look) => styles.addStyleModel(styleOf(look))),
    mark: once((mark: Mark) => {
      const key = JSON.stringify(mark);
      const number = marks.get(key) ?? styles.addDxfStyle(markStyle(mark));
      marks.set(key, number);
      return number;
    }),
    text: (text: string | RichText) =>
      sharedStrings.add(
        typeof text === 'string'
          ? asTyped(text)
          : { richText: text.runs.map((run) => ({ text: run.text, font: fontOf(run.look) })) },
      ),
  };
}

function once<From extends object>(numberOf: (of: From) => number): (of: From) => number {
  const known = new WeakMap<From, number>();
  return (of) => {
    const number = known.get(of) ?? numberOf(of);
    known.set(of, number);
    return number;
  };
}

/** The steps of exceljs's own `write` but for the sheets, the texts and the styles; tables and media are left out: we have none. */
const FIRST = [
  'addContentTypes',
  'addOfficeRels',
  'addWorkbookRels',
  'addThemes',
  'addApp',
  'addCore',
  'addWorkbook',
] as const;

/**
 * The parts as exceljs makes them. Its `writeBuffer` would pack them into an archive that has to be unpacked at once to go on, which
 * takes as long as all the rest; so its steps are taken one by one, into a map.
 */
async function partsOf(model: object): Promise<Parts> {
  const writer = new Xlsx();
  const parts = new Map<string, string>();
  for (const step of FIRST) await writer[step]({ append: (text, { name }) => parts.set(name, text) }, model);
  return parts;
}

/** The order that the schema asks of what a font is made of (ECMA-376 Part 1, 18.8.22 font), of which exceljs has another. */
const OF_FONT = ['b', 'i', 'strike', 'u', 'sz', 'color', 'name', 'family', 'charset', 'scheme'];

const withFontsInOrder = (styles: string): string =>
  styles.replace(/(?<=<font>).*?(?=<\/font>)/gs, (font) => {
    const rank = (child: string): number => OF_FONT.indexOf(/\w+/.exec(child)?.[0] ?? '');
    return (font.match(/<[^>]*>/g) ?? []).sort((a, b) => rank(a) - rank(b)).join('');
  });
