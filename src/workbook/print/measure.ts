import { type SheetCell, shownContent } from '../../sheet/cell.ts';
import { DEFAULT_HEIGHT, DEFAULT_WIDTH, type SheetBody } from '../../sheet/sheet.ts';

/** A stretch of rows or of columns, counted from 1, both ends included. */
export interface Span {
  readonly first: number;
  readonly last: number;
}

/** What printing has to know of a sheet; rows and columns counted from 1, lengths in pixels. */
export interface Measure {
  /** The last row that holds anything, of those that are written out; drawings count. */
  readonly lastRow: number;
  widthOf(column: number): number;
  heightOf(row: number): number;
  /** The last column over which something goes on that begins in these rows and columns: a text in empty cells beside it, a drawing. */
  reach(rows: Span, columns: Span): number;
  /** The last column of these rows that holds anything. */
  lastColumnOf(rows: Span): number;
  /** Whether a page may begin with a column: no text and no drawing of these rows lies across its left edge. */
  mayBeginColumn(rows: Span): (column: number) => boolean;
  /** Whether a page may begin with a row: no drawing lies across its upper edge. */
  mayBeginRow(row: number): boolean;
}

/** Something that goes on over several columns and rows. */
interface Extent {
  readonly rows: Span;
  readonly columns: Span;
}

/** Measures a sheet. */
export function measureOf({ cells, widths, heights, charts, figures, merged, hiddenColumns = [] }: SheetBody): Measure {
  const hidden = new Set(hiddenColumns);
  const widthOf = (column: number): number => (hidden.has(column) ? 0 : (widths[column - 1] ?? DEFAULT_WIDTH));
  const filled = cells.filter(({ content, column }) => content !== null && !hidden.has(column));
  const lastFilled = filled.reduce((last, { row }) => Math.max(last, row), 1);
  const lastWritten = [...heights.keys()].reduce((last, row) => Math.max(last, row), lastFilled);
  const drawings = [...charts, ...figures].map(
    ({ anchor: { from, to } }): Extent => ({
      rows: { first: from.row + 1, last: to.rowOffset > 0 ? to.row + 1 : to.row },
      columns: { first: from.column + 1, last: to.columnOffset > 0 ? to.column + 1 : to.column },
    }),
  );
  const joined = merged.map(
    ({ top, left, bottom, right }): Extent => ({
      rows: { first: top, last: bottom },
      columns: { first: left, last: right },
    }),
  );
  const extents = [...drawings, ...joined, ...textsOf(filled, widthOf)];
  /** What ends over hidden columns ends before them. */
  const lastShown = ({ first, last }: Span): number => {
    let shown = last;
    while (shown > first && hidden.has(shown)) shown--;
    return shown;
  };
  const meets = (a: Span, b: Span): boolean => a.first <= b.last && b.first <= a.last;
  return {
    lastRow: drawings.reduce((last, { rows }) => Math.max(last, rows.last), lastFilled),
    widthOf,
    // Rows that are filled down are as high as the one that they are made of.
    heightOf: (row) => heights.get(Math.min(row, lastWritten)) ?? DEFAULT_HEIGHT,
    reach: (rows, columns) =>
      extents
        .filter((extent) => meets(extent.rows, rows) && meets(extent.columns, columns))
        .reduce((last, extent) => Math.max(last, lastShown(extent.columns)), columns.last),
    lastColumnOf: ({ first, last }) =>
      filled.reduce(
        (most, { row, column }) =>
          row <= last && (row >= first || row === lastFilled) ? Math.max(most, column) : most,
        1,
      ),
    mayBeginColumn: (rows) => {
      const across = new Set(
        extents
          .filter((extent) => meets(extent.rows, rows))
          .flatMap(({ columns: { first, last } }) => Array.from({ length: last - first }, (_, k) => first + 1 + k)),
      );
      return (column) => !across.has(column);
    },
    mayBeginRow: (row) => [...drawings, ...joined].every(({ rows }) => row <= rows.first || row > rows.last),
  };
}

/** Pixels of a letter of a sentence in Calibri of one point: a careful guess. */
const PIXELS_PER_LETTER = 0.57;

/** Points of a text without a size of its own. */
const PLAIN_SIZE = 10;

/** The texts that go on over empty cells to their right, with the columns that they take. */
function textsOf(filled: readonly SheetCell[], widthOf: (column: number) => number): readonly Extent[] {
  const rows = new Map<number, SheetCell[]>();
  for (const cell of filled) {
    const row = rows.get(cell.row);
    if (row === undefined) rows.set(cell.row, [cell]);
    else row.push(cell);
  }
  return [...rows].flatMap(([row, inRow]) => {
    const ordered = inRow.toSorted((a, b) => a.column - b.column);
    return ordered.flatMap((cell, k): readonly Extent[] => {
      const text = shownContent(cell.content);
      const { wrap, align = 'left', size = PLAIN_SIZE } = cell.look;
      if (typeof text !== 'string' || wrap || align !== 'left') return [];
      const before = ordered[k + 1]?.column ?? Number.POSITIVE_INFINITY;
      let rest = text.length * size * PIXELS_PER_LETTER - widthOf(cell.column);
      let last = cell.column;
      while (rest > 0 && last + 1 < before) rest -= widthOf(++last);
      return last === cell.column ? [] : [{ rows: { first: row, last: row }, columns: { first: cell.column, last } }];
    });
  });
}
