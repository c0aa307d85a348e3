import type { FoundTable } from '../find/join.ts';
import { isRateLabel } from '../find/names.ts';
import type { Site } from '../find/track.ts';
import type { Grid } from '../formula/grid.ts';

/** A number that a label calls the learning rate. */
export interface Label {
  readonly value: number;
  readonly site: Site;
  /** Whether the sheet says no other rate for this table, as a side table of several rates does. */
  readonly only: boolean;
}

/** Lines above a header in which a label belongs to its table. */
const NEAR = 3;

/** The labelled cell nearest above the table: `η = 0.5` in one cell, or the number beside or below the label. */
export function labelled(grid: Grid, { sheet, header, upright }: FoundTable): Label | undefined {
  const cells = grid.sheets.find(({ name }) => name === sheet)?.cells.values() ?? [];
  const found = [...cells].flatMap((cell) => {
    if (typeof cell.value !== 'string' || cell.value.length > 60) return [];
    const [, label = '', digits] = /^(.*?)[=:\s]*(\d*[.,]?\d+(?:e-?\d+)?)\s*$/i.exec(cell.value) ?? [];
    if (digits !== undefined && isRateLabel(label)) {
      const value = Number(digits.replace(',', '.'));
      return [{ value, site: { sheet, row: cell.row, column: cell.column } }];
    }
    if (!isRateLabel(cell.value)) return [];
    const near = [1, 2, 3]
      .map((k) => ({ row: cell.row, column: cell.column + k }))
      .concat([
        { row: cell.row + 1, column: cell.column },
        { row: cell.row, column: cell.column - 1 },
      ]);
    const place = near.find((each) => each.column > 0 && (grid.number(sheet, each) ?? 0) > 0);
    return place === undefined ? [] : [{ value: grid.number(sheet, place) ?? 0, site: { sheet, ...place } }];
  });
  const distance = ({ site }: (typeof found)[number]): number => {
    const lines = header - (upright ? site.column : site.row);
    return lines >= 0 ? lines : 10_000 - lines;
  };
  // Of labels above a table those near it are its own; the others may be of tables further up.
  const isNear = (each: (typeof found)[number]): boolean => distance(each) <= NEAR;
  const isRival = (each: (typeof found)[number]): boolean => !found.some(isNear) || isNear(each);
  const nearest = found.sort((a, b) => distance(a) - distance(b))[0];
  return nearest === undefined
    ? undefined
    : { ...nearest, only: found.filter(isRival).every(({ value }) => value === nearest.value) };
}

/** A number that is all of a sheet's name, or stands beside the learning rate's symbol in it. */
export function inName(sheet: string): number | undefined {
  const text = sheet.normalize('NFKC').toLowerCase().trim();
  const found =
    /^(\d*[.,]?\d+)$|(?:^|[^\p{L}])(?:[ηɳƞ]|lr|eta|rate|alpha|α)[^\d.,\p{L}]*(\d*[.,_]?\d+)/u.exec(text) ??
    /(\d*[.,_]?\d+)()$/u.exec(/(?:learning|lern)\s*-?\s*rate[^\p{L}]*$/u.exec(text)?.[0] ?? '');
  const value = Number((found?.[1] || found?.[2])?.replace(/[,_]/, '.'));
  return Number.isFinite(value) && value > 0 ? value : undefined;
}
