import { strFromU8 } from 'fflate';
import { columnNumber, formatAddress } from './addresses.ts';
import { unescapeXml } from './xml.ts';

/** Attributes by name, entities resolved. */
export type Attributes = ReadonlyMap<string, string>;

/** A cell's `<f>`. */
export interface RawFormula {
  readonly attributes: Attributes;
  readonly text: string;
}

/** A `<c>` element; what is not there is undefined. Row and column count from 1. */
export interface RawCell {
  readonly address: string;
  readonly row: number;
  readonly column: number;
  /** The `t` attribute, `n` where there is none. */
  readonly type: string;
  readonly formula: RawFormula | undefined;
  /** The text of `<v>`. */
  readonly value: string | undefined;
  /** What is between `<is>` and `</is>`, as XML. */
  readonly inlineString: string | undefined;
}

/** A `<row>` element. */
export interface RawRow {
  /** Its `r`, or one more than the row before where there is none. */
  readonly row: number;
  readonly cells: readonly RawCell[];
}

const ROW = /<row\b([^>]*?)(?:\/>|>([\s\S]*?)<\/row>)/g;
const CELL = /<c\b([^>]*?)(?:\/>|>([\s\S]*?)<\/c>)/g;
const FORMULA = /<f\b([^>]*?)(?:\/>|>([\s\S]*?)<\/f>)/;
const VALUE = /<v\b[^>]*?(?:\/>|>([\s\S]*?)<\/v>)/;
const INLINE_STRING = /<is>([\s\S]*?)<\/is>/;
const ATTRIBUTE = /([\w:]+)\s*=\s*(?:"([^"]*)"|'([^']*)')/g;

/**
 * The rows of a worksheet part in document order, nothing checked and nothing interpreted.
 *
 * Text is searched instead of a tree being built, as a sheet may have a hundred thousand cells.
 * @throws Error where the sheet is written in a way that such a search would misread: with comments, with CDATA
 *   sections or with a namespace prefix.
 */
export function scanRows(sheetPart: Uint8Array): readonly RawRow[] {
  const xml = strFromU8(sheetPart);
  if (/<!--|<!\[CDATA\[|<\w+:sheetData\b/.test(xml)) {
    throw new Error('The sheet has comments, CDATA or prefixed elements, which this reader does not follow');
  }
  const [, sheetData = ''] = /<sheetData\b[^>/]*>([\s\S]*?)<\/sheetData>/.exec(xml) ?? [];
  const rows: RawRow[] = [];
  let row = 0;
  for (const [, attributes = '', content = ''] of sheetData.matchAll(ROW)) {
    row = Number(readAttributes(attributes).get('r') ?? row + 1);
    rows.push({ row, cells: scanCells(content, row) });
  }
  return rows;
}

function scanCells(content: string, row: number): readonly RawCell[] {
  const cells: RawCell[] = [];
  let column = 0;
  for (const [, text = '', inner = ''] of content.matchAll(CELL)) {
    const { letters, digits, type } = readCellAttributes(text);
    column = letters === undefined ? column + 1 : columnNumber(letters);
    const cellRow = digits === undefined ? row : Number(digits);
    cells.push({
      address: formatAddress(cellRow, column),
      row: cellRow,
      column,
      type,
      formula: scanFormula(inner),
      value: scanText(VALUE, inner),
      inlineString: INLINE_STRING.exec(inner)?.[1],
    });
  }
  return cells;
}

/** Attributes as nearly all cells have them. */
const USUAL = /^ r="([A-Z]+)(\d+)"(?: s="\d+")?(?: t="(\w+)")?$/;

interface CellAttributes {
  readonly letters: string | undefined;
  readonly digits: string | undefined;
  readonly type: string;
}

function readCellAttributes(text: string): CellAttributes {
  const usual = USUAL.exec(text);
  if (usual !== null) return { letters: usual[1], digits: usual[2], type: usual[3] ?? 'n' };
  const attributes = readAttributes(text);
  const [, letters, digits] = /^([A-Z]+)(\d+)$/.exec(attributes.get('r') ?? '') ?? [];
  return { letters, digits, type: attributes.get('t') ?? 'n' };
}

function scanFormula(cell: string): RawFormula | undefined {
  const match = FORMULA.exec(cell);
  if (match === null) return undefined;
  return { attributes: readAttributes(match[1] ?? ''), text: unescapeXml(match[2] ?? '') };
}

function scanText(pattern: RegExp, cell: string): string | undefined {
  const match = pattern.exec(cell);
  return match === null ? undefined : unescapeXml(match[1] ?? '');
}

function readAttributes(text: string): Attributes {
  const attributes = new Map<string, string>();
  for (const [, name = '', double, single] of text.matchAll(ATTRIBUTE)) {
    attributes.set(name, unescapeXml(double ?? single ?? ''));
  }
  return attributes;
}
