import ExcelWorkbook from 'exceljs/lib/doc/workbook.js';
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

/** Begins the package of a workbook. @param names of its sheets */
export function openPackage(title: string, names: readonly string[]): ExceljsPackage {
  const workbook = new ExcelWorkbook();
  Object.assign(workbook, { creator: PROGRAM, lastModifiedBy: PROGRAM, title, created: CREATED, modified: CREATED });
  workbook.calcProperties.fullCalcOnLoad = true;
  workbook.views = [WINDOW];
  for (const name of names) workbook.addWorksheet(name);
  const writer = workbook.xlsx as unknown as Writer;
  const model = workbook.model as unknown as Model;
  writer.prepareModel(model, {});
  const shared = sharedOf(model);
  // exceljs declares the part of the texts only where it knows of one; this one is on the first sheet anyway.
  shared.text(title);
  return {
    shared,
    parts: (sheets) => {
      for (const [k, worksheet] of model.worksheets.entries())
        worksheet.state = sheets[k]?.hidden ? 'veryHidden' : 'visible';
      return partsOf(writer, FIRST, { ...model, definedNames: workbookNames(sheets) });
    },
    last: {
      'xl/styles.xml': () => withFontsInOrder(model.styles.xml),
      'xl/sharedStrings.xml': () => model.sharedStrings.toXml(model.sharedStrings.model),
    },
  };
}

/** What exceljs adds to its model to write it, which is not declared. */
interface Model {
  readonly worksheets: readonly { state: 'visible' | 'veryHidden' }[];
  readonly styles: {
    readonly addStyleModel: (style: object) => number;
    readonly addDxfStyle: (style: object) => number;
    readonly xml: string;
  };
  readonly sharedStrings: {
    readonly add: (text: string | { readonly richText: readonly object[] }) => number;
    readonly toXml: (model: unknown) => string;
    readonly model: unknown;
  };
}

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

/** Where exceljs puts the files of a package. */
interface Archive {
  readonly append: (text: string, file: { readonly name: string }) => void;
}

/** exceljs's writer of packages, which is not declared: it fills the model in, then writes part after part. */
type Writer = Readonly<Record<(typeof FIRST)[number], (archive: Archive, model: object) => Promise<void>>> & {
  readonly prepareModel: (model: object, options: object) => void;
};

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
async function partsOf(writer: Writer, steps: typeof FIRST, model: object): Promise<Parts> {
  const parts = new Map<string, string>();
  const archive: Archive = { append: (text, { name }) => parts.set(name, text) };
  for (const step of steps) await writer[step](archive, model);
  return parts;
}

/** The order that the schema asks of what a font is made of (ECMA-376 Part 1, 18.8.22 font), of which exceljs has another. */
const OF_FONT = ['b', 'i', 'strike', 'u', 'sz', 'color', 'name', 'family', 'charset', 'scheme'];

const withFontsInOrder = (styles: string): string =>
  styles.replace(/(?<=<font>).*?(?=<\/font>)/gs, (font) => {
    const rank = (child: string): number => OF_FONT.indexOf(/\w+/.exec(child)?.[0] ?? '');
    return (font.match(/<[^>]*>/g) ?? []).sort((a, b) => rank(a) - rank(b)).join('');
  });
