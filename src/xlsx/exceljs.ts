import type { CellErrorValue, CellValue, DataValidation, Worksheet } from 'exceljs';
import ExcelWorkbook from 'exceljs/lib/doc/workbook.js';
import type { Content, SheetCell } from '../sheet/cell.ts';
import type { Sheet } from '../sheet/sheet.ts';
import type { Allowed, Validation } from '../sheet/validation.ts';
import type { Workbook } from '../sheet/workbook.ts';
import { errorShown } from '../training/cell-error.ts';
import { rulesOf } from './exceljs-rule.ts';
import { argb, fontOf, styleMaker } from './exceljs-style.ts';
import { type Parts, PROGRAM } from './parts.ts';
import { footer, type LocalName, pageSetup, printAreas } from './print.ts';
import { asTyped } from './typed-text.ts';

/**
 * The only file that knows exceljs: it turns a workbook into the parts of a package, without charts, figures and rows
 * that are filled down, which exceljs cannot write, and notes, which it makes all of one size.
 */

/** The date in every workbook's properties: a clock would make two runs differ. */
const CREATED = new Date(Date.UTC(2000, 0, 1));

/** The parts of the package, as exceljs writes them. */
export async function exceljsParts({ title, sheets }: Workbook): Promise<Parts> {
  const workbook = new ExcelWorkbook();
  Object.assign(workbook, {
    creator: PROGRAM,
    lastModifiedBy: PROGRAM,
    title,
    created: CREATED,
    modified: CREATED,
  });
  workbook.calcProperties.fullCalcOnLoad = true;
  workbook.views = [WINDOW];
  for (const [k, sheet] of sheets.entries()) {
    addSheet(workbook, sheet, k === WINDOW.activeTab);
    for (const [name, cells] of sheet.names) workbook.definedNames.add(cells, name);
  }
  return writtenParts(workbook, printAreas(sheets));
}

function addSheet(workbook: ExcelWorkbook, sheet: Sheet, shown: boolean): void {
  const { frozen, selected, topLeft, zoom = 100 } = sheet.opens;
  const view = {
    showGridLines: false,
    zoomScale: zoom,
    activeCell: selected,
    ...(shown ? { tabSelected: true } : {}),
  } as const;
  const added = workbook.addWorksheet(sheet.name, {
    properties: { tabColor: argb(sheet.tabColor) },
    views: [
      frozen === undefined
        ? { ...view, state: 'normal' }
        : {
            ...view,
            state: 'frozen',
            xSplit: frozen.columns,
            ySplit: frozen.rows,
            ...(topLeft === undefined ? {} : { topLeftCell: topLeft }),
          },
    ],
  });
  if (sheet.hidden) added.state = 'veryHidden';
  for (const [k, width] of sheet.widths.entries()) added.getColumn(k + 1).width = width / PIXELS_PER_CHARACTER;
  for (const [row, height] of sheet.heights) added.getRow(row).height = height * POINTS_PER_PIXEL;
  // Before the cells: exceljs gives the cells of an area the style that the first of them has at that time.
  for (const { top, left, bottom, right } of sheet.merged) added.mergeCells(top, left, bottom, right);
  const styleOf = styleMaker();
  for (const cell of sheet.cells) addCell(added, cell, styleOf);
  for (const set of sheet.rules) added.addConditionalFormatting({ ref: set.range, rules: [...rulesOf(set)] });
  for (const column of sheet.hiddenColumns ?? []) added.getColumn(column).hidden = true;
  if (sheet.folds !== undefined) fold(added, sheet.folds);
  if (sheet.print === undefined) return;
  Object.assign(added.pageSetup, pageSetup(sheet.print));
  added.headerFooter.oddFooter = footer(sheet.print);
}

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

/** Width of a digit of Calibri 11 in pixels, the unit of column widths. */
const PIXELS_PER_CHARACTER = 7;

/** Points in a pixel at 96 dpi. */
const POINTS_PER_PIXEL = 0.75;

function addCell(sheet: Worksheet, { row, column, content, look, validation }: SheetCell, styleOf: StyleOf): void {
  // By row and column: asked for by its address, exceljs would take that apart again.
  const cell = sheet.getRow(row).getCell(column);
  cell.value = contentValue(content, cell.address);
  cell.style = styleOf(look);
  if (validation !== undefined) cell.dataValidation = validationOf(validation);
}

type StyleOf = ReturnType<typeof styleMaker>;

function contentValue(content: Content, address: string): CellValue {
  if (typeof content === 'string') return asTyped(content);
  if (typeof content !== 'object' || content === null) return content;
  if ('formula' in content) {
    const { formula, value, array } = content;
    const error = typeof value === 'number' ? errorShown(value) : undefined;
    const result = error === undefined ? value : ({ error } as CellErrorValue);
    // What exceljs declares of formulas lacks array formulas, which it writes all the same.
    return { formula, result, ...(array ? { shareType: 'array', ref: address } : {}) };
  }
  if ('runs' in content) return { richText: content.runs.map(({ text, look }) => ({ text, font: fontOf(look) })) };
  return { text: content.text, hyperlink: `#${content.target}` };
}

const validationOf = ({ allowed, prompt, refusal }: Validation): DataValidation => ({
  ...conditionOf(allowed),
  allowBlank: false,
  showErrorMessage: true,
  errorTitle: refusal.title,
  error: refusal.text,
  ...(prompt === undefined ? {} : { showInputMessage: true, promptTitle: prompt.title, prompt: prompt.text }),
});

function conditionOf(allowed: Allowed): Pick<DataValidation, 'type' | 'operator' | 'formulae'> {
  if (allowed.kind === 'list') return { type: 'list', formulae: [allowed.cells] };
  if ('above' in allowed) return { type: allowed.kind, operator: 'greaterThan', formulae: [allowed.above] };
  return { type: allowed.kind, operator: 'between', formulae: [allowed.from, allowed.to] };
}

function fold(sheet: Worksheet, { rows, columns }: NonNullable<Sheet['folds']>): void {
  sheet.properties.outlineProperties = { summaryBelow: false, summaryRight: false };
  sheet.properties.outlineLevelRow = 1;
  sheet.properties.outlineLevelCol = 1;
  for (const line of [...rows.map((row) => sheet.getRow(row)), ...columns.map((column) => sheet.getColumn(column))]) {
    line.outlineLevel = 1;
    // exceljs calls collapsed whatever can be.
    Object.defineProperty(line, 'collapsed', { value: false });
  }
}

/** Where exceljs puts the files of a package. */
interface Archive {
  readonly append: (text: string, file: { readonly name: string }) => void;
}

/** exceljs's writer of packages, which is not declared: it fills the model in, then writes part after part. */
type Writer = Readonly<Record<(typeof IN_ORDER)[number], (archive: Archive, model: object) => Promise<void>>> & {
  readonly prepareModel: (model: object, options: object) => void;
};

/** In the order of exceljs's own `write`: the shared strings are complete only after the sheets. */
const IN_ORDER = [
  'addContentTypes',
  'addOfficeRels',
  'addWorkbookRels',
  'addWorksheets',
  'addSharedStrings',
  'addThemes',
  'addStyles',
  'addApp',
  'addCore',
  'addWorkbook',
] as const;

/**
 * The parts as exceljs makes them. Its `writeBuffer` would pack them into an archive that has to be unpacked at once to go on, which
 * takes as long as all the rest; so its steps are taken one by one, into a map. Tables and media are left out: we have none.
 */
async function writtenParts(workbook: ExcelWorkbook, localNames: readonly LocalName[]): Promise<Parts> {
  const parts = new Map<string, string>();
  const archive: Archive = { append: (text, { name }) => parts.set(name, text) };
  const writer = workbook.xlsx as unknown as Writer;
  // Asked for once: exceljs makes another model each time.
  const own = workbook.model;
  const model = { ...own, definedNames: [...own.definedNames, ...localNames] };
  writer.prepareModel(model, {});
  for (const step of IN_ORDER) await writer[step](archive, model);
  return parts;
}
