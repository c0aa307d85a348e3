import { TOTAL_ERROR } from '../../quantities/topology.ts';
import { absolute } from '../../sheet/address.ts';
import type { SheetDraft } from '../../sheet/draft.ts';
import { colors } from '../look/palette.ts';
import { live } from '../numbers/live.ts';
import { tableCount, tableName, tableNumber } from './cells.ts';
import type { LandscapeParts } from './landscape.ts';
import { tableRows } from './layout.ts';
import { totalOf } from './numbers.ts';
import { CURVE_POINTS } from './plan.ts';
import { landscapeWords } from './words.ts';

/** The weight at which the curve is lowest, and whether it is a valley at all. */
export function writeFloor(sheet: SheetDraft, landscape: LandscapeParts): void {
  const { layout, book, own } = landscape;
  const { working } = layout;
  sheet.put(tableRows.floor, working, landscapeWords.head.floor, tableName);
  const cells = (column: number): string =>
    `${absolute(layout.curveRow, column)}:${absolute(layout.curveRow + CURVE_POINTS - 1, column)}`;
  const [x, total] = [cells(layout.xColumn), cells(layout.drawnColumn)];
  const found = `INDEX(${x},MATCH(MIN(${total}),${total},0))`;
  sheet.put(tableRows.floor, working + 1, live(`IFERROR(${found},"–")`, floorOf(landscape) ?? '–'), tableNumber());
  const flat = `IFERROR(IF(MAX(${total})-MIN(${total})<=${FLAT}*MAX(${total}),1,0),0)`;
  sheet.put(tableRows.floor, working + 2, live(flat, isFlat(landscape) ? 1 : 0), tableCount());
  const { iteration } = layout.cells;
  const after = `IF(${iteration}<${book.table.iterations},${own.formula(TOTAL_ERROR, 1)},${layout.now})`;
  sheet.put(tableRows.after, working, landscapeWords.head.after, tableName);
  sheet.put(tableRows.after, working + 1, live(after, totalAfter(landscape)), tableNumber(colors.otherSheet));
}

/** A curve that varies by less, relative to its height, is flat. */
const FLAT = 0.0000001;

/** The cells of the floor and of whether the curve is flat. */
export const floorCells = ({ layout }: LandscapeParts): readonly [floor: string, flat: string] => [
  absolute(tableRows.floor, layout.working + 1),
  absolute(tableRows.floor, layout.working + 2),
];

/** E_total of the next iteration, in which all weights have moved; of this one where it is the last. */
export const totalAfter = ({ own, book }: LandscapeParts): number =>
  own.value(TOTAL_ERROR, own.choice.iteration < book.table.iterations ? 1 : 0);

/** Where the curve is lowest; undefined where a part of it has no number. */
export function floorOf({ numbers }: LandscapeParts): number | undefined {
  const totals = numbers.curve.map(totalOf);
  if (totals.some((total) => !Number.isFinite(total))) return undefined;
  const at = totals.indexOf(Math.min(...totals));
  return (numbers.chosen[0]?.now ?? 0) + (numbers.curve[at]?.first ?? 0);
}

export function isFlat({ numbers }: LandscapeParts): boolean {
  const totals = numbers.curve.map(totalOf);
  return Math.max(...totals) - Math.min(...totals) <= FLAT * Math.max(...totals);
}
