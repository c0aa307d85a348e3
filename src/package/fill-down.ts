import { childOf, type Element, escapeXml, isElement, parse } from '../drawing/xml.ts';
import { type ErrorValue, errorShown } from '../spec/cell-error.ts';
import type { FillDown, RowBlock } from '../spec/filling.ts';
import { DIGIT, MARK, type RowWriter, VALUE } from './row-writer.ts';
import { type Shiftable, shiftable, shifted } from './shift.ts';

/** Rows that share a formula: as many as Excel itself takes when a person fills down. */
export const GROUP_ROWS = 64;

/** What follows on that number. */
const MEMBER_END = `"/><v>${VALUE}</v></c>`;

/** A cell of the pattern row; texts are XML already. */
interface PatternCell {
  readonly letters: string;
  /** ` s="7"`, or nothing. */
  readonly style: string;
  /** The formula without `=`, undefined for a constant. */
  readonly formula: Shiftable | undefined;
  /** Whether rows may share the formula. */
  readonly shared: boolean;
  /** Whether all rows that move in the formula are that of the cell itself. */
  readonly ownRow: boolean;
  /** A cell that shares the formula of another one: before the row's number, and before that of the formula. */
  readonly member: readonly [string, string];
  /** What follows on the style where there is no formula. */
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
 * @param writer takes the block's rows
 */
export function fillDown(
  pattern: Pattern,
  { first, end, rows }: Pick<RowBlock, 'first' | 'end' | 'rows'>,
  values: FillDown['values'],
  writer: RowWriter,
): void {
  for (let start = first; start < end; start += GROUP_ROWS)
    fillGroup(pattern, { start, end: Math.min(start + GROUP_ROWS, rows) }, values, writer);
}

/** Rows that share formulas, counted from 0. */
interface Group {
  readonly start: number;
  readonly end: number;
}

/** The rows of a group. Nearly all of them have the template of the one before. */
function fillGroup(pattern: Pattern, group: Group, values: FillDown['values'], writer: RowWriter): void {
  const { cells } = pattern;
  const steady = cells.every(({ formula, shared, ownRow }) => formula === undefined || shared || ownRow);
  let errors = NO_ERRORS;
  let digits = 0;
  for (let k = group.start; k < group.end; k++) {
    const shown = values(k);
    const row = pattern.row + 1 + k;
    const now = errorsIn(shown, cells.length, errors);
    const length = String(row).length;
    // The second row is the first that shares formulas.
    if (k <= group.start + 1 || !steady || now !== errors || length !== digits) {
      errors = now;
      digits = length;
      const numbers = [...cells.keys()].filter((c) => cells[c]?.formula !== undefined && errors[c] === undefined);
      writer.setTemplate(template(pattern, group, k, errors), numbers);
    }
    writer.write(row, shown);
  }
}

/** What cells show in place of numbers, in order; empty where all show numbers. */
type Errors = readonly (ErrorValue | undefined)[];
const NO_ERRORS: Errors = [];

/** @param count of the cells @returns `before` itself where nothing has changed */
function errorsIn(shown: ArrayLike<number>, count: number, before: Errors): Errors {
  // A number less itself is 0, an error is not: nearly all rows are done with that.
  let odd = 0;
  for (let c = 0; c < count; c++) odd += (shown[c] as number) - (shown[c] as number);
  if (odd === 0) return NO_ERRORS;
  const now = Array.from({ length: count }, (_, c) => errorShown(shown[c] as number));
  return now.every((error, c) => error === before[c]) ? before : now;
}

/** A row of a group as a template. */
function template({ row: patternRow, attributes, cells }: Pattern, group: Group, k: number, errors: Errors): string {
  const firstIndex = (group.start / GROUP_ROWS) * cells.length;
  const number = DIGIT.repeat(String(patternRow + 1 + k).length);
  const first = k === group.start;
  const texts = cells.map(({ letters, style, formula, shared, ownRow, constant, member }, c) => {
    const error = errors[c];
    // Most cells are no more than that; strings that are put together from many pieces fill the memory.
    if (shared && !first && error === undefined)
      return `${member[0]}${number}${member[1]}${firstIndex + c}${MEMBER_END}`;
    const begin = `<c r="${letters}${number}"${style}`;
    if (formula === undefined) return begin + constant;
    const range = `${letters}${patternRow + 1 + k}:${letters}${patternRow + group.end}`;
    const master = first ? ` ref="${range}"` : '';
    const sharing = shared ? ` t="shared"${master} si="${firstIndex + c}"` : '';
    const whole = ownRow ? formula.texts.join(number) : shifted(formula, k + 1);
    const text = shared && !first ? '/>' : `>${whole}</f>`;
    const [type, value] = error === undefined ? ['', VALUE] : [' t="e"', error + MARK];
    return `${begin}${type}><f${sharing}${text}<v>${value}</v></c>`;
  });
  return `${MARK}<row r="${number}"${attributes}>${texts.join('')}</row>`;
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
    cells: row.children.filter((child) => isElement(child, 'c')).map((cell) => readCell(cell, Number(r))),
  };
}

function readCell(cell: Element, row: number): PatternCell {
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
    ownRow: formula?.rows.every((each) => each === row) === true,
    member: [`<c r="${letters}`, `"${style}><f t="shared" si="`],
    constant,
  };
}

const escaped = ({ texts, rows }: Shiftable): Shiftable => ({ texts: texts.map(escapeXml), rows });
