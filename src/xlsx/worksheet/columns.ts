import { DEFAULT_WIDTH, type Sheet } from '../../sheet/sheet.ts';
import { type Element, element } from '../xml.ts';

/** Width of a digit of Calibri 11 in pixels, the unit of column widths. */
const PIXELS_PER_CHARACTER = 7;

/** How a column is: its width in characters, and whether it is hidden or folds away. */
interface ColumnLook {
  readonly width: number;
  readonly hidden: 1 | undefined;
  readonly outlineLevel: 1 | undefined;
}

/** The columns of a sheet (ECMA-376 Part 1, 18.3.1.17 cols), neighbours that are alike together. Undefined where all are as usual. */
export function columnsElement({ widths, hiddenColumns = [], folds }: Sheet): Element | undefined {
  const hidden = new Set(hiddenColumns);
  const folded = new Set(folds?.columns);
  const count = Math.max(widths.length, ...hidden, ...folded);
  const looks = Array.from({ length: count }, (_, k): ColumnLook => {
    const column = k + 1;
    return {
      width: (widths[k] ?? DEFAULT_WIDTH) / PIXELS_PER_CHARACTER,
      hidden: hidden.has(column) ? 1 : undefined,
      outlineLevel: folded.has(column) ? 1 : undefined,
    };
  });
  return count === 0 ? undefined : element('cols', {}, stretches(looks));
}

function stretches(looks: readonly ColumnLook[]): readonly Element[] {
  const elements: Element[] = [];
  let from = 0;
  for (let to = 1; to <= looks.length; to++) {
    const first = looks[from] as ColumnLook;
    const next = looks[to];
    if (next !== undefined && areAlike(first, next)) continue;
    elements.push(element('col', { min: from + 1, max: to, ...first, customWidth: 1 }));
    from = to;
  }
  return elements;
}

const areAlike = (a: ColumnLook, b: ColumnLook): boolean =>
  a.width === b.width && a.hidden === b.hidden && a.outlineLevel === b.outlineLevel;
