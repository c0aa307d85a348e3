import { formulaText } from '../../expression/text.ts';
import type { Expression } from '../../expression/tree.ts';
import type { Column, Role } from '../../model/column.ts';
import { columnsOf } from '../../model/quantities.ts';
import type { TableLayout } from '../layout.ts';
import { CELL_PADDING, textWidth } from '../look/text-width.ts';
import { words } from '../words.ts';

/** Widths of the columns by role, in pixels; wider where a long name needs it. */
const roleWidths: Readonly<Record<Role, number>> = {
  target: 56,
  input: 56,
  setting: 56,
  weight: 62,
  forward: 72,
  error: 80,
  total: 80,
  factor: 84,
  gradient: 80,
  state: 84,
  accuracy: 104,
  test: 80,
};

const ITERATION_WIDTH = 66;
const PIXELS_PER_NAME_CHARACTER = 7;
const PIXELS_PER_FORMULA_CHARACTER = 4.7;
const PIXELS_PER_FORMULA_LINE = 14;
const MOST_FORMULA_LINES = 6;

/** How large everything on a learning-rate sheet is, in pixels, and how its formulas break into lines; the same on each of them. */
export interface TableSizes {
  /** Column widths, the iteration first, and heights of the rows above the table. */
  readonly widths: readonly number[];
  readonly heights: readonly number[];
  /** The same widths as they are seen: columns that only charts read are hidden. */
  readonly seenWidths: readonly number[];
  /** The column, counted from 1, at whose right edge the summary of the band ends and its charts begin. */
  readonly bandEnd: number;
  /** A column's formula in symbols, broken into lines. */
  formula(column: Column): string;
}

/** Height of a row of the table. */
export const ITERATION_HEIGHT = 19;

/** Rows 1 to 12: title, a gap, headings, six rows of charts, a gap, group bars and names. */
const HEIGHTS_ABOVE_FORMULAS = [28, 3, 20, 27, 27, 27, 27, 27, 27, 3, 20, 19];

/** Measures a table once for all its sheets. */
export function tableSizes(table: TableLayout): TableSizes {
  const texts = new Map(columnsOf(table.groups).map((column) => [column, formulaLines(column).join('\n')]));
  const widths = columnWidths(table);
  return {
    widths,
    seenWidths: widths.map((width, k) => (k < table.lastColumn ? width : 0)),
    heights: [...HEIGHTS_ABOVE_FORMULAS, formulaRowHeight([...texts.values()])],
    bandEnd: bandEndOf(widths),
    formula: (column) => texts.get(column) ?? '',
  };
}

/** The height of the row of formulas in symbols, in pixels. */
export const formulaRowHeight = (texts: readonly string[]): number =>
  PIXELS_PER_FORMULA_LINE * Math.max(2, ...texts.map((text) => text.split('\n').length));

/** Whether a comparison of outputs is too long to be read above a column; the cells have it. */
const isLong = (formula: Expression): boolean => formula.kind === 'sum' && formula.terms.length > 2;

/** A column's formula in symbols, or where its numbers come from. */
function formulaOrOrigin({ rule, role }: Column): string {
  switch (rule.kind) {
    case 'given':
      return role === 'target' || role === 'setting' || role === 'weight'
        ? words.table.given[role]
        : words.table.given.input;
    case 'in-turn':
      return words.table.inTurn(rule.every);
    case 'learned':
      return formulaText(rule.update);
    case 'running-mean':
      return words.table.runningMean(rule.of, rule.iterations);
    default:
      return role === 'accuracy' && isLong(rule.formula) ? words.table.correct : formulaText(rule.formula);
  }
}

/** Width of a column that only charts read, and of the gap before them. */
const DRAWN_WIDTH = 64;
const DRAWN_GAP = 24;

/** The width of every column of the table, in pixels, the iteration first. A group is at least as wide as its title. */
function columnWidths(table: TableLayout): readonly number[] {
  return [
    ITERATION_WIDTH,
    ...table.groups.flatMap(({ title, columns }) => {
      const widths = columns.map(columnWidth);
      const missing = PIXELS_PER_NAME_CHARACTER * title.length + 14 - widths.reduce((sum, width) => sum + width, 0);
      return widths.map((width) => width + Math.max(0, Math.ceil(missing / widths.length)));
    }),
    DRAWN_GAP,
    ...table.drawn.map(() => DRAWN_WIDTH),
  ];
}

function columnWidth(column: Column): number {
  const name = Math.ceil(textWidth(column.name, { size: 10, bold: true })) + CELL_PADDING;
  return Math.max(roleWidths[column.role], PIXELS_PER_NAME_CHARACTER * column.name.length + 14, name);
}

/** The column, counted from 1, at whose right edge the summary of the band ends and its charts begin. */
function bandEndOf(widths: readonly number[]): number {
  let edge = 0;
  const end = widths.findIndex((width) => {
    edge += width;
    return edge >= 280;
  });
  return Math.max(3, end === -1 ? widths.length : end + 1);
}

/** A column's formula in symbols, broken at operators into lines that fit the column. */
function formulaLines(column: Column): readonly string[] {
  const text = formulaOrOrigin(column);
  const room = Math.floor(columnWidth(column) / PIXELS_PER_FORMULA_CHARACTER);
  const lines: string[] = [];
  for (const piece of text.split(/(?<= (?:[+−·/] |if |else )|, )/)) {
    const line = lines.at(-1);
    if (line !== undefined && (line + piece.trimEnd()).length <= room) lines[lines.length - 1] = line + piece;
    else lines.push(piece);
  }
  const trimmed = lines.map((line) => line.trim());
  return trimmed.length <= MOST_FORMULA_LINES ? trimmed : [...trimmed.slice(0, MOST_FORMULA_LINES - 1), '…'];
}
