import type { Place } from '../file/address.ts';
import type { Grid } from '../formula/grid.ts';
import { isRateLabel, plain } from './names.ts';
import type { Table } from './table.ts';

/** A number that a label calls the learning rate. */
export interface Label {
  readonly value: number;
  readonly place: { readonly sheet: string; readonly place: Place };
  /** Whether the sheet says no other rate, as a side table of several rates does. */
  readonly only: boolean;
}

/** The labelled cell nearest above the table: `η = 0.5` in one cell, or the number beside or below the label. */
export function labelled(grid: Grid, { sheet, first }: Table): Label | undefined {
  const cells = grid.sheets.find(({ name }) => name === sheet)?.cells.values() ?? [];
  const found = [...cells].flatMap((cell) => {
    if (typeof cell.value !== 'string' || cell.value.length > 60) return [];
    const [, label = '', digits] = /^(.*?)[=:\s]*(\d*[.,]?\d+(?:e-?\d+)?)\s*$/i.exec(cell.value) ?? [];
    if (digits !== undefined && isRateLabel(label)) {
      const value = Number(digits.replace(',', '.'));
      return [{ value, place: { sheet, place: cell } }];
    }
    if (!isRateLabel(cell.value)) return [];
    const near = [1, 2, 3]
      .map((k) => ({ row: cell.row, column: cell.column + k }))
      .concat([
        { row: cell.row + 1, column: cell.column },
        { row: cell.row, column: cell.column - 1 },
      ]);
    const place = near.find((each) => each.column > 0 && (grid.number(sheet, each) ?? 0) > 0);
    return place === undefined ? [] : [{ value: grid.number(sheet, place) ?? 0, place: { sheet, place } }];
  });
  const distance = ({ place }: (typeof found)[number]): number => {
    const rows = first - place.place.row;
    return rows >= 0 ? rows : 10_000 - rows;
  };
  const nearest = found.sort((a, b) => distance(a) - distance(b))[0];
  return nearest === undefined ? undefined : { ...nearest, only: found.every(({ value }) => value === nearest.value) };
}

/** A number that is all of a sheet's name, or stands beside the learning rate's symbol in it. */
export function inName(sheet: string): number | undefined {
  const text = plain(sheet);
  const found = /^(\d*\.?\d+)$|(?:η|lr|eta|rate|α)[^\d.]*(\d*[.,_]?\d+)/u.exec(text);
  const value = Number((found?.[1] ?? found?.[2])?.replace(/[,_]/, '.'));
  return Number.isFinite(value) && value > 0 ? value : undefined;
}
