import { type Anchor, anchorOf, type Rectangle } from '../../sheet/anchor.ts';
import { DEFAULT_HEIGHT, DEFAULT_WIDTH } from '../../sheet/sheet.ts';

/** Where the cells of a sheet lie, in pixels from its top left corner; rows and columns counted from 1. */
export interface PixelGrid {
  left(column: number): number;
  right(column: number): number;
  top(row: number): number;
  bottom(row: number): number;
  /** Halfway down a row. */
  middle(row: number): number;
  /** The first column that begins at or after a position. */
  columnFrom(x: number): number;
  /** The column that a position is in; never one that is not seen. */
  columnAt(x: number): number;
  /** The cells beneath a rectangle. */
  anchor(rectangle: Rectangle): Anchor;
}

/** The grid of a sheet. @param widths columns from the first on, 0 for hidden ones @param heights rows from the first on */
export function pixelGrid(widths: readonly number[], heights: readonly number[]): PixelGrid {
  const lefts = edgesOf(widths, DEFAULT_WIDTH);
  const tops = edgesOf(heights, DEFAULT_HEIGHT);
  return {
    left: (column) => lefts(column - 1),
    right: lefts,
    top: (row) => tops(row - 1),
    bottom: tops,
    middle: (row) => (tops(row - 1) + tops(row)) / 2,
    columnFrom: (x) => {
      let column = 1;
      while (lefts(column - 1) < x) column++;
      return column;
    },
    columnAt: (x) => {
      let column = 1;
      while (lefts(column) <= x) column++;
      return column;
    },
    anchor: (rectangle) =>
      anchorOf(
        rectangle,
        (column) => widths[column] ?? DEFAULT_WIDTH,
        (row) => heights[row] ?? DEFAULT_HEIGHT,
      ),
  };
}

/** Where the k-th size ends: the sum of the first k sizes. */
function edgesOf(sizes: readonly number[], beyond: number): (k: number) => number {
  const edges = [0];
  for (const size of sizes) edges.push((edges.at(-1) ?? 0) + size);
  return (k) => edges[k] ?? (edges.at(-1) ?? 0) + (k - sizes.length) * beyond;
}
