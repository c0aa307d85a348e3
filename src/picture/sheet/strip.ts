import { DEFAULT_HEIGHT, DEFAULT_WIDTH, type Sheet } from '../../sheet/sheet.ts';

/** Columns of a sheet that are drawn side by side: those that stay in view, then further ones. */
export interface Strip {
  /** Counted from 1. */
  readonly columns: readonly number[];
  /** Left edges of these columns and the right edge of the last, in pixels from the first. */
  readonly edges: readonly number[];
  /** Where the first of the further columns begins on the sheet, in pixels. */
  readonly from: number;
  /** Where it begins in the strip. */
  readonly frozen: number;
}

/** The columns of a sheet in strips that are no wider than so many pixels. */
export interface Stripping {
  readonly widest: number;
  /** The last column that is drawn. */
  readonly last: number;
  /** Columns before which a strip should rather end. */
  readonly groups: ReadonlySet<number>;
}

/** A column that is not shown has no width. */
export const widthOfColumn = (
  { widths, hiddenColumns = [] }: Pick<Sheet, 'widths' | 'hiddenColumns'>,
  column: number,
): number => (hiddenColumns.includes(column) ? 0 : (widths[column - 1] ?? DEFAULT_WIDTH));

export const heightOfRow = ({ heights }: Pick<Sheet, 'heights'>, row: number): number =>
  heights.get(row) ?? DEFAULT_HEIGHT;

/** Cuts a sheet into strips; a strip ends with a group of columns, unless a group alone is too wide. */
export function stripsOf(sheet: Sheet, { widest, last, groups }: Stripping): readonly Strip[] {
  const frozen = Array.from({ length: sheet.opens.frozen?.columns ?? 0 }, (_, k) => k + 1);
  const taken = total(sheet, frozen);
  const lists: number[][] = [];
  let list: number[] = [];
  let width = taken;
  for (let column = frozen.length + 1; column <= last; column++) {
    const needed = groups.has(column) ? groupWidth(sheet, column, groups, last) : widthOfColumn(sheet, column);
    const fits =
      width + needed <= widest || (width + widthOfColumn(sheet, column) <= widest && needed > widest - taken);
    if (!fits && list.length > 0) {
      lists.push(list);
      list = [];
      width = taken;
    }
    list.push(column);
    width += widthOfColumn(sheet, column);
  }
  return [...lists, list].map((columns, k) => {
    const all = [...frozen, ...columns];
    return {
      columns: all,
      edges: edgesOf(all.map((column) => widthOfColumn(sheet, column))),
      from: total(sheet, [...frozen, ...lists.slice(0, k).flat()]),
      frozen: taken,
    };
  });
}

/** Where things of these sizes begin, one after the other, and where the last one ends. */
export function edgesOf(sizes: readonly number[]): readonly number[] {
  const edges = [0];
  for (const size of sizes) edges.push((edges.at(-1) ?? 0) + size);
  return edges;
}

const total = (sheet: Sheet, columns: readonly number[]): number =>
  columns.reduce((sum, column) => sum + widthOfColumn(sheet, column), 0);

/** The width of a group of columns that begins with this one. */
function groupWidth(sheet: Sheet, column: number, groups: ReadonlySet<number>, last: number): number {
  let width = widthOfColumn(sheet, column);
  for (let next = column + 1; next <= last && !groups.has(next); next++) width += widthOfColumn(sheet, next);
  return width;
}
