import { childOf, type Element, escapeXml, isElement, parse } from '../drawing/xml.ts';
import { errorShown } from '../spec/cell-error.ts';
import type { FillDown, RowBlock } from '../spec/filling.ts';
import type { ByteWriter } from './byte-writer.ts';
import { writeWhole } from './number-text.ts';
import { type Shiftable, shiftable, shifted } from './shift.ts';

/** Rows that share a formula: as many as Excel itself takes when a person fills down. */
export const GROUP_ROWS = 64;

const encoder = new TextEncoder();
const utf8 = (text: string): Uint8Array => encoder.encode(text);

const ROW_END = '</row>';
const VALUE_END = '</v></c>';

/** A cell of the pattern row; texts are XML already. */
interface PatternCell {
  readonly letters: string;
  /** ` s="7"`, or nothing. */
  readonly style: string;
  /** The formula without `=`, undefined for a constant. */
  readonly formula: Shiftable | undefined;
  /** Whether rows may share the formula. */
  readonly shared: boolean;
  /** What follows the row's number where there is no formula: the same in every row. */
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
 * @param xml takes the block's rows, and marks in each the same places: from there on it is nearly as the row before
 */
export function fillDown(
  pattern: Pattern,
  { first, end, rows }: Pick<RowBlock, 'first' | 'end' | 'rows'>,
  values: FillDown['values'],
  xml: ByteWriter,
): void {
  for (let start = first; start < end; start += GROUP_ROWS)
    fillGroup(pattern, start, Math.min(start + GROUP_ROWS, rows), values, xml);
}

/** The rows of a group. Nearly all the time of a long workbook goes by here: whatever is the same in every row is put together once. */
function fillGroup(
  { row: patternRow, attributes, cells }: Pattern,
  start: number,
  end: number,
  values: FillDown['values'],
  xml: ByteWriter,
): void {
  const firstIndex = (start / GROUP_ROWS) * cells.length;
  const open = rowText(`<row r="`, `"${attributes}>`);
  /** What ends the value before a cell, or before the end of the row. */
  const ends = [...cells, undefined].map((_, c) => (cells[c - 1]?.formula === undefined ? '' : VALUE_END));
  const rowEnd = utf8(`${ends.at(-1)}${ROW_END}`);
  const texts = cells.map(({ letters, style, formula, constant }, c) =>
    rowText(
      `${ends[c]}<c r="${letters}`,
      formula === undefined ? constant : `"${style}><f t="shared" si="${firstIndex + c}"/><v>`,
    ),
  );
  for (let k = start; k < end; k++) {
    const row = patternRow + 1 + k;
    const shown = values(k);
    xml.mark();
    xml.encoded(open(row));
    for (let c = 0; c < cells.length; c++) {
      const cell = cells[c] as PatternCell;
      const text = texts[c] as RowText;
      if (cell.formula === undefined) {
        xml.encoded(text(row));
        continue;
      }
      const value = shown[c] as number;
      const error = errorShown(value);
      if (cell.shared && k > start && error === undefined) xml.encoded(text(row));
      else {
        const type = error === undefined ? '' : ' t="e"';
        const range = `${cell.letters}${row}:${cell.letters}${patternRow + end}`;
        const master = k === start ? ` ref="${range}"` : '';
        const sharing = cell.shared ? ` t="shared"${master} si="${firstIndex + c}"` : '';
        const formula = cell.shared && k > start ? '/>' : `>${shifted(cell.formula, k + 1)}</f>`;
        xml.text(`${ends[c]}<c r="${cell.letters}${row}"${cell.style}${type}><f${sharing}${formula}<v>`);
      }
      if (error === undefined) xml.number(value);
      else xml.text(error);
      xml.mark();
    }
    xml.encoded(rowEnd);
  }
}

/** A text with the number of a row in it, as UTF-8 that holds until the next one is asked for. */
type RowText = (row: number) => Uint8Array;

function rowText(before: string, behind: string): RowText {
  let text: Uint8Array = new Uint8Array();
  /** From which row on the number needs another digit. */
  let most = 0;
  return (row) => {
    if (row >= most) {
      text = utf8(`${before}${row}${behind}`);
      most = 10 ** String(row).length;
    } else writeWhole(row, text, before.length);
    return text;
  };
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
    constant: `"${style}${constant}`,
  };
}

const escaped = ({ texts, rows }: Shiftable): Shiftable => ({ texts: texts.map(escapeXml), rows });
