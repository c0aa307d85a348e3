import { relative } from '../../sheet/address.ts';
import type { SheetView } from '../../sheet/sheet.ts';
import { type Element, element } from '../xml.ts';

/** How a sheet opens (ECMA-376 Part 1, 18.3.1.88 sheetViews). @param shown whether the workbook opens with it */
export function viewElement(view: SheetView, shown: boolean): Element {
  const attributes = {
    showGridLines: 0,
    tabSelected: shown ? 1 : undefined,
    zoomScale: view.zoom ?? 100,
    workbookViewId: 0,
  };
  return element('sheetViews', {}, [element('sheetView', attributes, frozenAndSelected(view))]);
}

function frozenAndSelected({ frozen, selected, topLeft }: SheetView): readonly Element[] {
  const selection = { activeCell: selected, sqref: selected };
  if (frozen === undefined) return [element('selection', selection)];
  const { rows, columns } = frozen;
  const pane = rows === 0 ? 'topRight' : columns === 0 ? 'bottomLeft' : 'bottomRight';
  const split = {
    xSplit: columns === 0 ? undefined : columns,
    ySplit: rows === 0 ? undefined : rows,
    topLeftCell: topLeft ?? relative(rows + 1, columns + 1),
    activePane: pane,
    state: 'frozen',
  };
  return [element('pane', split), element('selection', { pane, ...selection })];
}
