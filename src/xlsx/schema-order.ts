import { type Element, isElement, type Node } from './xml.ts';

/** The order that the schema asks of an element's children, where exceljs or we add them in another. Source: ECMA-376 Part 1, A.2. */
const orders: Readonly<Record<string, readonly string[]>> = {
  // CT_Worksheet
  worksheet: [
    'sheetPr',
    'dimension',
    'sheetViews',
    'sheetFormatPr',
    'cols',
    'sheetData',
    'sheetCalcPr',
    'sheetProtection',
    'protectedRanges',
    'scenarios',
    'autoFilter',
    'sortState',
    'dataConsolidate',
    'customSheetViews',
    'mergeCells',
    'phoneticPr',
    'conditionalFormatting',
    'dataValidations',
    'hyperlinks',
    'printOptions',
    'pageMargins',
    'pageSetup',
    'headerFooter',
    'rowBreaks',
    'colBreaks',
    'customProperties',
    'cellWatches',
    'ignoredErrors',
    'smartTags',
    'drawing',
    'legacyDrawing',
    'legacyDrawingHF',
    'picture',
    'oleObjects',
    'controls',
    'webPublishItems',
    'tableParts',
    'extLst',
  ],
  // CT_SheetPr
  sheetPr: ['tabColor', 'outlinePr', 'pageSetUpPr'],
  // CT_Font
  font: [
    'b',
    'i',
    'strike',
    'condense',
    'extend',
    'outline',
    'shadow',
    'u',
    'vertAlign',
    'sz',
    'color',
    'name',
    'family',
    'charset',
    'scheme',
  ],
};

/** The same element with its children, and theirs, in the order of the schema. */
export function inSchemaOrder(element: Element): Element {
  const order = orders[element.name];
  const children = element.children.map((child): Node => (isElement(child) ? inSchemaOrder(child) : child));
  if (order === undefined) return { ...element, children };
  const rank = (node: Node): number => (isElement(node) ? order.indexOf(node.name) : -1);
  return { ...element, children: children.sort((a, b) => rank(a) - rank(b)) };
}
