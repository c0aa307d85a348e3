import type { CellErrorValue, CellValue, ConditionalFormattingRule, DataValidation, Worksheet } from 'exceljs';
import ExcelWorkbook from 'exceljs/lib/doc/workbook.js';
import { columnLetters } from '../sheet/address.ts';
import type { Content, SheetCell } from '../sheet/cell.ts';
import type { PrintSetup } from '../sheet/print.ts';
import type { RuleSet, Sheet } from '../sheet/sheet.ts';
import type { Allowed, Validation } from '../sheet/validation.ts';
import type { Workbook } from '../sheet/workbook.ts';
import { errorShown } from '../training/cell-error.ts';
import { argb, FONT, fontOf, markStyle, styleMaker } from './exceljs-style.ts';
import type { Parts } from './parts.ts';

/**
 * The only file that knows exceljs: it turns a workbook into the parts of a package, without what exceljs cannot write: charts, figures, and
 * rows that are filled down.
 */

/** The date in every workbook's properties: a clock would make two runs differ. */
const CREATED = new Date(Date.UTC(2000, 0, 1));

/** Our name in the file's properties. */
const PROGRAM = 'backprop-workbook';

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
  for (const sheet of sheets) {
    addSheet(workbook, sheet);
    for (const [name, cells] of sheet.names) workbook.definedNames.add(cells, name);
  }
  return writtenParts(workbook);
}

function addSheet(workbook: ExcelWorkbook, sheet: Sheet): void {
  const { frozen, selected } = sheet.opens;
  const view = { showGridLines: false, zoomScale: 100, activeCell: selected } as const;
  const added = workbook.addWorksheet(sheet.name, {
    properties: { tabColor: argb(sheet.tabColor) },
    views: [
      frozen === undefined
        ? { ...view, state: 'normal' }
        : { ...view, state: 'frozen', xSplit: frozen.columns, ySplit: frozen.rows },
    ],
  });
  if (sheet.hidden) added.state = 'veryHidden';
  for (const [k, width] of sheet.widths.entries()) added.getColumn(k + 1).width = width / PIXELS_PER_CHARACTER;
  for (const [row, height] of sheet.heights) added.getRow(row).height = height * POINTS_PER_PIXEL;
  // Before the cells: exceljs gives the cells of an area the style that the first of them has at that time.
  for (const { top, left, bottom, right } of sheet.merged) added.mergeCells(top, left, bottom, right);
  const styleOf = styleMaker();
  for (const cell of sheet.cells) addCell(added, cell, styleOf);
  for (const set of sheet.rules) added.addConditionalFormatting({ ref: set.range, rules: rulesOf(set) });
  if (sheet.folds !== undefined) fold(added, sheet.folds);
  if (sheet.print !== undefined) setPrint(added, sheet.print);
}

function rulesOf({ rules, scale }: RuleSet): ConditionalFormattingRule[] {
  const marks = rules.map(({ priority, formula, mark }): ConditionalFormattingRule => {
    return { type: 'expression', priority, formulae: [formula], style: markStyle(mark) };
  });
  if (scale === undefined) return marks;
  const { priority, points } = scale;
  const cfvo = points.map(({ at }) =>
    typeof at === 'number' ? { type: 'num' as const, value: at } : { type: 'formula' as const, value: at as never },
  );
  return [...marks, { type: 'colorScale', priority, cfvo, color: points.map(({ color }) => argb(color)) }];
}

/** Width of a digit of Calibri 11 in pixels, the unit of column widths. */
const PIXELS_PER_CHARACTER = 7;

/** Points in a pixel at 96 dpi. */
const POINTS_PER_PIXEL = 0.75;

/** Points of the text of a note. */
const NOTE_SIZE = 9;

function addCell(
  sheet: Worksheet,
  { row, column, content, look, note, validation }: SheetCell,
  styleOf: StyleOf,
): void {
  // By row and column: asked for by its address, exceljs would take that apart again.
  const cell = sheet.getRow(row).getCell(column);
  cell.value = contentValue(content);
  cell.style = styleOf(look);
  if (note !== undefined) cell.note = { texts: [{ text: note, font: { name: FONT, size: NOTE_SIZE } }] };
  if (validation !== undefined) cell.dataValidation = validationOf(validation);
}

type StyleOf = ReturnType<typeof styleMaker>;

function contentValue(content: Content): CellValue {
  if (typeof content === 'string') return asTyped(content);
  if (typeof content !== 'object' || content === null) return content;
  if ('formula' in content) {
    const { formula, value } = content;
    const error = typeof value === 'number' ? errorShown(value) : undefined;
    return { formula, result: error === undefined ? value : ({ error } as CellErrorValue) };
  }
  if ('runs' in content) return { richText: content.runs.map(({ text, look }) => ({ text, font: fontOf(look) })) };
  return { text: content.text, hyperlink: `#${content.target}` };
}

/**
 * A text as the file has to hold it for the cell to show it as it was typed: there, `_x0041_` means the character U+0041.
 * Source: ECMA-376 Part 1, 22.9.2.19 ST_Xstring.
 */
const asTyped = (text: string): string => text.replace(/_(?=x[0-9A-Fa-f]{4}_)/g, '_x005F_');

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
  for (const row of rows) sheet.getRow(row).outlineLevel = 1;
  for (const column of columns) sheet.getColumn(column).outlineLevel = 1;
}

/** ISO A4 (ECMA-376 Part 1, 18.3.1.63 pageSetup). */
const A4 = 9;

/** Inches. */
const MARGINS = { left: 0.4, right: 0.4, top: 0.5, bottom: 0.5, header: 0.3, footer: 0.3 } as const;

function setPrint(sheet: Worksheet, { orientation, pagesWide = 1, titleRows, titleColumns, area }: PrintSetup): void {
  Object.assign(sheet.pageSetup, {
    paperSize: A4,
    orientation,
    fitToPage: true,
    fitToWidth: pagesWide,
    fitToHeight: 0,
    margins: { ...MARGINS },
    ...(titleRows === undefined ? {} : { printTitlesRow: titleRows }),
    ...(titleColumns === undefined ? {} : { printTitlesColumn: titleColumns }),
    // exceljs puts a $ before each end, so only the rows need one of their own.
    ...(area === undefined ? {} : { printArea: `A$1:${columnLetters(area.columns)}$${area.rows}` }),
  });
  sheet.headerFooter.oddFooter = '&L&A&RPage &P of &N';
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
async function writtenParts(workbook: ExcelWorkbook): Promise<Parts> {
  const parts = new Map<string, string>();
  const archive: Archive = { append: (text, { name }) => parts.set(name, text) };
  const writer = workbook.xlsx as unknown as Writer;
  const { model } = workbook;
  writer.prepareModel(model, {});
  for (const step of IN_ORDER) await writer[step](archive, model);
  return parts;
}
