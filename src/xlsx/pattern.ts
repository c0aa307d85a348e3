import { type Shiftable, shiftable } from './shift.ts';
import { escapeXml, unescapeXml } from './xml.ts';

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

/** A row, and each of its cells: the letters of its column, its style, its type, its formula, its value. */
const ROW = /^<row r="(\d+)"([^>]*?)\/?>/;
const CELL = /<c r="([A-Z]+)\d+"( s="\d+")?([^>]*?)(?:\/>|>(?:<f[^>]*>([^<]*)<\/f>)?(?:<v>([^<]*)<\/v>)?<\/c>)/g;

/** Takes a row apart that `worksheet/rows.ts` wrote. @param xml the `<row>` element (ECMA-376 Part 1, 18.3.1.73); its own cells stay as they are */
export function readPattern(xml: string): Pattern {
  const [, row, attributes = ''] = ROW.exec(xml) ?? [];
  return { row: Number(row), attributes, cells: Array.from(xml.matchAll(CELL), readCell) };
}

function readCell([, letters = '', style = '', type = '', escapedFormula, value]: RegExpMatchArray): PatternCell {
  const text = escapedFormula === undefined ? undefined : unescapeXml(escapedFormula);
  return {
    letters,
    style,
    formula: text === undefined ? undefined : escaped(shiftable(text)),
    shared: text !== undefined && !text.includes('!'),
    constant: value === undefined ? '/>' : `${type}><v>${value}</v></c>`,
  };
}

const escaped = ({ texts, rows }: Shiftable): Shiftable => ({ texts: texts.map(escapeXml), rows });
