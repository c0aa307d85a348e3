import { childOf, type Element, escapeXml, isElement, parse } from '../drawing/xml.ts';
import { errorShown } from '../spec/cell-error.ts';
import { shiftFormula } from './shift.ts';

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
  readonly formula: string | undefined;
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
  for (let start = 0; start < filling.rows; start += GROUP_ROWS) {
    const end = Math.min(start + GROUP_ROWS, filling.rows);
    let xml = '';
    for (let k = start; k < end; k++) xml += rowXml(pattern, k, start, end, filling);
    yield xml;
  }
}

function rowXml(pattern: Pattern, k: number, start: number, end: number, { values }: Filling): string {
  const row = pattern.row + 1 + k;
  const numbers = values(k);
  const group = Math.floor(start / GROUP_ROWS);
  let xml = `<row r="${row}"${pattern.attributes}>`;
  for (const [c, cell] of pattern.cells.entries()) {
    const { letters, style, formula, constant } = cell;
    if (formula === undefined) {
      xml += `<c r="${letters}${row}"${style}${constant}`;
      continue;
    }
    const value = numbers[c] as number;
    const error = errorShown(value);
    xml += `<c r="${letters}${row}"${style}${error === undefined ? '' : ' t="e"'}>`;
    if (formula.includes('!')) xml += `<f>${escapeXml(shiftFormula(formula, k + 1))}</f>`;
    else {
      const index = group * pattern.cells.length + c;
      if (k === start) {
        const reference = `${letters}${row}:${letters}${pattern.row + end}`;
        xml += `<f t="shared" ref="${reference}" si="${index}">${escapeXml(shiftFormula(formula, k + 1))}</f>`;
      } else xml += `<f t="shared" si="${index}"/>`;
    }
    xml += `<v>${error ?? (Object.is(value, -0) ? 0 : value)}</v></c>`;
  }
  return `${xml}</row>`;
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
  return { letters, style, formula, constant };
}
