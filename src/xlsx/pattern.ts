import { type Shiftable, shiftable } from './shift.ts';
import { childOf, type Element, escapeXml, isElement, parse } from './xml.ts';

/** A cell of a row to fill down; texts are XML already. */
export interface PatternCell {
  /** The column, such as AB. */
  readonly letters: string;
  /** ` s="7"`, or nothing. */
  readonly style: string;
  /** The formula without `=`, undefined for a constant. */
  readonly formula: Shiftable | undefined;
  /** Whether rows may share the formula. */
  readonly shared: boolean;
  /** What follows on the style where there is no formula. */
  readonly constant: string;
}

/** A row to fill down, taken apart. */
export interface Pattern {
  readonly row: number;
  readonly attributes: string;
  readonly cells: readonly PatternCell[];
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
  const text = childOf(cell, 'f')?.children.join('');
  const formula = text === undefined ? undefined : escaped(shiftable(text));
  const type = cell.attributes.t === undefined ? '' : ` t="${cell.attributes.t}"`;
  const value = childOf(cell, 'v')?.children.join('');
  const constant = value === undefined ? '/>' : `${type}><v>${escapeXml(value)}</v></c>`;
  return {
    letters,
    style,
    formula,
    shared: text !== undefined && !text.includes('!'),
    constant,
  };
}

const escaped = ({ texts, rows }: Shiftable): Shiftable => ({ texts: texts.map(escapeXml), rows });
