import { columnLetters } from '../../sheet/address.ts';
import type { Content, Formula, SheetCell } from '../../sheet/cell.ts';
import type { Sheet } from '../../sheet/sheet.ts';
import { errorShown } from '../../training/cell-error.ts';
import type { Shared } from '../shared.ts';
import { escapeXml } from '../xml.ts';

/** Points in a pixel at 96 dpi. */
const POINTS_PER_PIXEL = 0.75;

/** The rows of a sheet in XML, one by one (ECMA-376 Part 1, 18.3.1.73 row and 18.3.1.4 c), without those that are filled down. */
export function* rowTexts({ cells, heights, folds }: Sheet, shared: Shared): Generator<string> {
  const rows = byRow(cells);
  for (const row of heights.keys()) if (!rows.has(row)) rows.set(row, []);
  const folded = new Set(folds?.rows);
  for (const row of [...rows.keys()].sort((a, b) => a - b)) {
    const height = heights.get(row);
    const size = height === undefined ? '' : ` ht="${height * POINTS_PER_PIXEL}" customHeight="1"`;
    let inside = '';
    for (const cell of rows.get(row) ?? []) inside += cellXml(cell, shared);
    const opened = `<row r="${row}"${size}${folded.has(row) ? ' outlineLevel="1"' : ''}`;
    yield inside === '' ? `${opened}/>` : `${opened}>${inside}</row>`;
  }
}

/** The cells of each row, from left to right. */
function byRow(cells: readonly SheetCell[]): Map<number, SheetCell[]> {
  const rows = new Map<number, SheetCell[]>();
  for (const cell of cells) {
    const row = rows.get(cell.row);
    if (row === undefined) rows.set(cell.row, [cell]);
    else row.push(cell);
  }
  for (const row of rows.values()) row.sort((a, b) => a.column - b.column);
  return rows;
}

function cellXml({ row, column, content, look }: SheetCell, shared: Shared): string {
  const address = `${columnLetters(column)}${row}`;
  const style = shared.style(look);
  return `<c r="${address}"${style === 0 ? '' : ` s="${style}"`}${contentXml(content, address, shared)}`;
}

/** What follows on the attributes that every cell has. */
function contentXml(content: Content, address: string, shared: Shared): string {
  if (content === null) return '/>';
  if (typeof content === 'number') return `><v>${content}</v></c>`;
  if (typeof content === 'string') return ` t="s"><v>${shared.text(content)}</v></c>`;
  if ('formula' in content) return formulaXml(content, address);
  return ` t="s"><v>${shared.text('runs' in content ? content : content.text)}</v></c>`;
}

/** Values of formulas never stand with the shared texts. */
function formulaXml({ formula, value, array }: Formula, address: string): string {
  const written = `<f${array ? ` t="array" ref="${address}"` : ''}>${escapeXml(formula)}</f>`;
  if (typeof value === 'string') return ` t="str">${written}<v>${escapeXml(value)}</v></c>`;
  const error = errorShown(value);
  return error === undefined ? `>${written}<v>${value}</v></c>` : ` t="e">${written}<v>${error}</v></c>`;
}
