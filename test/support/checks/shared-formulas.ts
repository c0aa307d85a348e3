import { type Area, contains, parseArea } from '../addresses.ts';
import { formulaTokens } from '../formula-tokens.ts';
import type { RawCell } from '../scan-cells.ts';
import type { PackageView } from './package-view.ts';

const MOST_ROWS = 64;

/** Groups of shared formulas that Excel or another reader may not follow. */
export function* sharedFormulaFaults({ sheets }: PackageView): Iterable<string> {
  for (const { name, rows } of sheets) {
    const areas = new Map<string, Area>();
    for (const cell of rows.flatMap(({ cells }) => cells)) {
      for (const fault of groupFaults(cell, areas)) yield `${name}!${cell.address} ${fault}`;
    }
  }
}

function* groupFaults({ row, column, formula }: RawCell, areas: Map<string, Area>): Iterable<string> {
  if (formula?.attributes.get('t') !== 'shared') return;
  const group = formula.attributes.get('si') ?? '';
  const reference = formula.attributes.get('ref');
  if (group === '') yield 'shares a formula but says no group';
  if (reference === undefined) {
    const area = areas.get(group);
    if (area === undefined) yield `is in the shared formula ${group} before the cell that holds it`;
    else if (!contains(area, row, column)) yield `is in the shared formula ${group} but outside its range`;
    return;
  }
  const area = parseArea(reference);
  if (areas.has(group)) yield `holds the shared formula ${group}, which is there already`;
  if (formula.text === '') yield `should hold the shared formula ${group} but has no text`;
  if (row !== area.firstRow || column !== area.firstColumn) {
    yield `holds the shared formula ${group} but is not the first cell of ${reference}`;
  }
  if (area.lastRow - area.firstRow + 1 > MOST_ROWS) yield `shares its formula over more than ${MOST_ROWS} rows`;
  // Excel does not share formulas that refer to other sheets.
  if (formulaTokens(formula.text).some(({ kind, text }) => kind !== 'string' && text.includes('!'))) {
    yield `shares a formula with a "!" in it: ${formula.text}`;
  }
  areas.set(group, area);
}
