import { childOf, type Element, escapeXml, isElement, parse } from '../drawing/xml.ts';
import { errorShown } from '../spec/cell-error.ts';
import type { FillDown, RowBlock } from '../spec/filling.ts';
import { type Shiftable, shiftable, shifted } from './shift.ts';

/** Rows that share a formula: as many as Excel itself takes when a person fills down. */
export const GROUP_ROWS = 64;

/** A cell of the pattern row; texts are XML already. */
interface PatternCell {
  readonly letters: string;
  /** ` s="7"`, or nothing. */
  readonly style: string;
  /** The formula without `=`, undefined for a constant. */
  readonly formula: Shiftable | undefined;
  /** Whether rows may share the formula. */
  readonly shared: boolean;
  /** The attributes and children of a constant, repeated in every row. */
  readonly constant: string;
}

/** A row to fill down, taken apart. */
export interface Pattern {
  readonly row: number;
  readonly attributes: string;
  readonly cells: readonly PatternCell[];
}

/**
 * Fills a row down as Excel does: formulas are shared by groups of at most 64 rows, one column wide, the master first; a formula
 * that reads another sheet must not be shared (Excel calls such a file corrupt) and is shifted instead.
 *
 * @param block its first row begins a group
 * @param write takes the XML of the block's rows, one by one
 */
export function fillDown(
  pattern: Pattern,
  { first, end, rows }: Pick<RowBlock, 'first' | 'end' | 'rows'>,
  values: FillDown['values'],
  write: (row: string) => void,
): void {
  for (let start = first; start < end; start += GROUP_ROWS)
    fillGroup(pattern, start, Math.min(start + GROUP_ROWS, rows), values, write);
}

/**
 * The rows of a group. Nearly all the time of a long workbook goes by here, a third of it in writing numbers: whatever is the same in
 * every row is put together once a group.
 */
function fillGroup(
  { row: patternRow, attributes, cells }: Pattern,
  start: number,
  end: number,
  values: FillDown['values'],
  write: (row: string) => void,
): void {
  const firstIndex = (start / GROUP_ROWS) * cells.length;
  const opens = cells.map(({ letters }) => `<c r="${letters}`);
  const follows = cells.map(({ style }, c) => `"${style}><f t="shared" si="${firstIndex + c}"/><v>`);
  for (let k = start; k < end; k++) {
    const row = String(patternRow + 1 + k);
    const shown = values(k);
    let xml = `<row r="${row}"${attributes}>`;
    for (let c = 0; c < cells.length; c++) {
      const cell = cells[c] as PatternCell;
      xml += (opens[c] as string) + row;
      if (cell.formula === undefined) {
        xml += `"${cell.style}${cell.constant}`;
        continue;
      }
      const value = shown[c] as number;
      const error = errorShown(value);
      if (cell.shared && k > start && error === undefined) xml += follows[c] as string;
      else {
        const type = error === undefined ? '' : ' t="e"';
        const range = `${cell.letters}${row}:${cell.letters}${patternRow + end}`;
        const master = k === start ? ` ref="${range}"` : '';
        const sharing = cell.shared ? ` t="shared"${master} si="${firstIndex + c}"` : '';
        const formula = cell.shared && k > start ? '/>' : `>${shifted(cell.formula, k + 1)}</f>`;
        xml += `"${cell.style}${type}><f${sharing}${formula}<v>`;
      }
      // Adding 0 makes 0 of −0, which cells do not have.
      xml += `${error ?? value + 0}</v></c>`;
    }
    write(`${xml}</row>`);
  }
}

/** Takes a row apart. @param xml the `<row>` element (ECMA-376 Part 1, 18.3.1.73); its own cells stay as they are */
export function readPattern(xml: string): Pattern {
  const row = parse(xml);
  const { r, ...attributes } = row.attributes;
  return {
    row: Number(r),
    attributes: Object.entries(attributes)
      .map(([name, value]) => ` ${name}="${escapeXml(value)}"`)
      .join(''),
    cells: row.children.filter((child) => isElement(child, 'c')).map(readCell),
  };
}

function readCell(cell: Element): PatternCell {
  const letters = (cell.attributes.r ?? '').replace(/\d+$/, '');
  const style = cell.attributes.s === undefined ? '' : ` s="${cell.attributes.s}"`;
  const formula = childOf(cell, 'f')?.children.join('');
  const type = cell.attributes.t === undefined ? '' : ` t="${cell.attributes.t}"`;
  const value = childOf(cell, 'v')?.children.join('');
  const constant = value === undefined ? '/>' : `${type}><v>${escapeXml(value)}</v></c>`;
  return {
    letters,
    style,
    formula: formula === undefined ? undefined : escaped(shiftable(formula)),
    shared: formula !== undefined && !formula.includes('!'),
    constant,
  };
}

const escaped = ({ texts, rows }: Shiftable): Shiftable => ({ texts: texts.map(escapeXml), rows });
