import { relative } from '../../sheet/address.ts';
import type { SheetCell } from '../../sheet/cell.ts';
import type { MergedCells, Sheet } from '../../sheet/sheet.ts';
import { rgb } from '../exceljs-style.ts';
import type { Shared } from '../shared.ts';
import { type Element, element } from '../xml.ts';
import { columnsElement } from './columns.ts';
import { ignoredErrors } from './ignored-errors.ts';
import { printElements } from './print.ts';
import { rulesElement } from './rules.ts';
import { validationsElement } from './validations.ts';
import { viewElement } from './view.ts';

/** Relationship ids of what belongs to a sheet: its drawing, and the boxes of its notes. */
export interface Belongings {
  readonly drawing?: string | undefined;
  readonly notes?: string | undefined;
}

/** The height of rows that have none of their own, in points. */
const ROW_HEIGHT = 15;

/** What stands before the rows, in the order of the schema (ECMA-376 Part 1, 18.3.1.99 worksheet). @param shown whether the workbook opens with it */
export function beforeRows(sheet: Sheet, shown: boolean): readonly Element[] {
  const { tabColor, folds, print, cells } = sheet;
  return present([
    element(
      'sheetPr',
      {},
      present([
        element('tabColor', { rgb: rgb(tabColor) }),
        folds && element('outlinePr', { summaryBelow: 0, summaryRight: 0 }),
        print && element('pageSetUpPr', { fitToPage: 1 }),
      ]),
    ),
    cells.length === 0 ? undefined : element('dimension', { ref: usedRange(sheet) }),
    viewElement(sheet.opens, shown),
    element('sheetFormatPr', {
      defaultRowHeight: ROW_HEIGHT,
      ...(folds && { outlineLevelRow: 1, outlineLevelCol: 1 }),
    }),
    columnsElement(sheet),
  ]);
}

/** What stands after the rows, in the order of the schema. */
export function afterRows(sheet: Sheet, shared: Shared, { drawing, notes }: Belongings): readonly Element[] {
  const { cells, merged, rules, print } = sheet;
  return present([
    list('mergeCells', merged.map(mergeElement), true),
    ...rules.map((set) => rulesElement(set, shared)),
    validationsElement(cells),
    list('hyperlinks', cells.flatMap(linkElements), false),
    ...(print === undefined ? [] : printElements(print)),
    ignoredErrors(sheet),
    drawing === undefined ? undefined : element('drawing', { 'r:id': drawing }),
    notes === undefined ? undefined : element('legacyDrawing', { 'r:id': notes }),
  ]);
}

const present = (elements: readonly (Element | undefined)[]): readonly Element[] =>
  elements.filter((child) => child !== undefined);

const list = (name: string, children: readonly Element[], counted: boolean): Element | undefined =>
  children.length === 0 ? undefined : element(name, counted ? { count: children.length } : {}, children);

const mergeElement = ({ top, left, bottom, right }: MergedCells): Element =>
  element('mergeCell', { ref: `${relative(top, left)}:${relative(bottom, right)}` });

/** A link to a cell of the same workbook is a location alone (18.3.1.47 hyperlink). */
const linkElements = ({ row, column, content }: SheetCell): readonly Element[] =>
  typeof content === 'object' && content !== null && 'target' in content
    ? [element('hyperlink', { ref: relative(row, column), location: content.target })]
    : [];

/** From the first cell to the last, with the rows that are filled down. */
function usedRange({ cells, fillDown }: Sheet): string {
  let [top, left, bottom, right] = [Number.POSITIVE_INFINITY, Number.POSITIVE_INFINITY, 1, 1];
  for (const { row, column } of cells) {
    top = Math.min(top, row);
    left = Math.min(left, column);
    bottom = Math.max(bottom, row);
    right = Math.max(right, column);
  }
  return `${relative(top, left)}:${relative(bottom + (fillDown?.rows ?? 0), right)}`;
}
