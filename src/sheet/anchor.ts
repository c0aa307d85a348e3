/** A corner of a drawing: a cell, counted from 0, and an offset into it in pixels. */
export interface Corner {
  readonly column: number;
  readonly columnOffset: number;
  readonly row: number;
  readonly rowOffset: number;
}

/** Where a drawing stands: from its top-left to its bottom-right corner; it moves and folds with its cells. */
export interface Anchor {
  readonly from: Corner;
  readonly to: Corner;
}

/** A rectangle in pixels, from the top-left of the sheet. */
export interface Rectangle {
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
}

/**
 * Anchors a rectangle to the cells beneath it.
 *
 * @param columnWidth pixels of each column, counted from 0
 * @param rowHeight pixels of each row, counted from 0
 */
export function anchorOf(
  rectangle: Rectangle,
  columnWidth: (column: number) => number,
  rowHeight: (row: number) => number,
): Anchor {
  const corner = (x: number, y: number): Corner => {
    const [column, columnOffset] = locate(x, columnWidth);
    const [row, rowOffset] = locate(y, rowHeight);
    return { column, columnOffset, row, rowOffset };
  };
  const { left, top, width, height } = rectangle;
  return { from: corner(left, top), to: corner(left + width, top + height) };
}

/** Which cell holds a position, and how far into it the position lies. */
function locate(position: number, size: (index: number) => number): readonly [number, number] {
  let index = 0;
  let rest = position;
  while (rest >= size(index)) rest -= size(index++);
  return [index, rest];
}
