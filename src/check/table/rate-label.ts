import type { Cell } from '../file/sheet.ts';
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
type Found = Omit<Label, 'only'>;

/** The labels of a sheet, found once for all of its tables. */
const known = new WeakMap<Grid, Map<string, readonly Found[]>>();

function labelsOf(grid: Grid, sheet: string): readonly Found[] {
  const sheets = known.get(grid) ?? new Map<string, readonly Found[]>();
  known.set(grid, sheets);
  const cells = grid.sheets.find(({ name }) => name === sheet)?.cells.values() ?? [];
  const labels = sheets.get(sheet) ?? [...cells].flatMap((cell) => labelIn(grid, cell));
  sheets.set(sheet, labels);
  return labels;
}

function labelIn(grid: Grid, { sheet, row, column, value: text }: Cell): readonly Found[] {
  if (typeof text !== 'string' || text.length > 60) return [];
  // No label of a rate has a digit in it.
  const [, label = '', digits] = /^(\D*?)[=:\s]*(\d*[.,]?\d+(?:e-?\d+)?)\s*$/i.exec(text) ?? [];
  // η0 has no 0 beside η, but is what a schedule begins with.
  const value = Number(digits?.replace(',', '.') ?? 0);
  if (value > 0 && isRateLabel(label)) return [{ value, site: { sheet, row, column } }];
  if (!isRateLabel(text)) return [];
  const near = [
    ...[1, 2, 3].map((k) => ({ row, column: column + k })),
    { row: row + 1, column },
    { row, column: column - 1 },
  ];
  const place = near.find((each) => each.column > 0 && (grid.number(sheet, each) ?? 0) > 0);
  return place === undefined ? [] : [{ value: grid.number(sheet, place) ?? 0, site: { sheet, ...place } }];
}

/** The labelled cell nearest above the table: `η = 0.5` in one cell, or the number beside or below the label. */
export function nearestLabel(grid: Grid, { sheet, header, upright }: FoundTable): Label | undefined {
  const found = labelsOf(grid, sheet);
  const distance = ({ site }: Found): number => {
    const lines = header - (upright ? site.column : site.row);
    return lines >= 0 ? lines : 10_000 - lines;
  };
  // Of labels above a table those near it are its own; the others may be of tables further up.
  const isNear = (each: Found): boolean => distance(each) <= NEAR;
  const isAnyNear = found.some(isNear);
  const nearest = found.reduce<Found | undefined>(
    (best, each) => (best === undefined || distance(each) < distance(best) ? each : best),
    undefined,
  );
  return nearest === undefined
    ? undefined
    : {
        ...nearest,
        only: found.every((each) => each.value === nearest.value || (isAnyNear && !isNear(each))),
      };
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
