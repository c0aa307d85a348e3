import { childOf, type Element, escapeXml, isElement, parse } from '../drawing/xml.ts';
import { errorShown } from '../spec/cell-error.ts';
import { type Shiftable, shiftable, shifted } from './shift.ts';

/** The rows to add behind a pattern row, and what their cells show. */
export interface Filling {
  readonly rows: number;
  /** For the k-th added row, counted from 0, the value of each cell of the pattern, in order; errors as in `spec/cell-error.ts`. */
  readonly values: (k: number) => ArrayLike<number>;
}

/** Rows that share a formula: as many as Excel itself takes when a person fills down. */
const GROUP_ROWS = 64;

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

interface Pattern {
  readonly row: number;
  readonly attributes: string;
  readonly cells: readonly PatternCell[];
}

/**
 * Fills a row down as Excel does: formulas are shared by groups of at most 64 rows, one column wide, the master first; a formula
 * that reads another sheet must not be shared (Excel calls such a file corrupt) and is shifted instead.
 *
 * @param patternXml the `<row>` element of the row to fill down (ECMA-376 Part 1, 18.3.1.73); its own cells stay as they are
 * @returns the XML of the added rows, in pieces of at most one group
 */
export function* fillDown(patternXml: string, filling: Filling): Generator<string> {
  const pattern = readPattern(patternXml);
  for (let start = 0; start < filling.rows; start += GROUP_ROWS)
    yield groupXml(pattern, start, Math.min(start + GROUP_ROWS, filling.rows), filling);
}

/**
 * The rows of a group. Nearly all the time of a long workbook goes by here, most of it in writing numbers: everything else is put together
 * once a group, and the pieces are joined once, which is faster than adding text to text.
 */
function groupXml(
  { row: patternRow, attributes, cells }: Pattern,
  start: number,
  end: number,
  filling: Filling,
): string {
  const first = (start / GROUP_ROWS) * cells.length;
  const opens = cells.map(({ letters }) => `<c r="${letters}`);
  const follows = cells.map(({ style, shared }, c) => (shared ? `"${style}><f t="shared" si="${first + c}"/><v>` : ''));
  const pieces: string[] = [];
  for (let k = start; k < end; k++) {
    const row = String(patternRow + 1 + k);
    const values = filling.values(k);
    pieces.push('<row r="', row, '"', attributes, '>');
    for (let c = 0; c < cells.length; c++) {
      const cell = cells[c] as PatternCell;
      if (cell.formula === undefined) {
        pieces.push(opens[c] as string, row, '"', cell.style, cell.constant);
        continue;
      }
      const value = values[c] as number;
      const error = errorShown(value);
      if (cell.shared && k > start && error === undefined) pieces.push(opens[c] as string, row, follows[c] as string);
      else {
        const type = error === undefined ? '' : ' t="e"';
        const reference = `${cell.letters}${row}:${cell.letters}${patternRow + end}`;
        const index = first + c;
        pieces.push(opens[c] as string, row, '"', cell.style, type, '>');
        if (!cell.shared) pieces.push('<f>', shifted(cell.formula, k + 1), '</f><v>');
        else if (k > start) pieces.push(`<f t="shared" si="${index}"/><v>`);
        else pieces.push(`<f t="shared" ref="${reference}" si="${index}">`, shifted(cell.formula, k + 1), '</f><v>');
      }
      // Adding 0 makes 0 of −0, which cells do not have.
      pieces.push(error ?? String(value + 0), '</v></c>');
    }
    pieces.push('</row>');
  }
  return pieces.join('');
}

function readPattern(xml: string): Pattern {
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
