import { TOTAL_ERROR } from '../../quantities/topology.ts';
import { absolute, onSheet, relative } from '../../sheet/address.ts';
import type { SheetDraft } from '../../sheet/draft.ts';
import { NOT_AVAILABLE } from '../../training/cell-error.ts';
import { runTable } from '../book.ts';
import { colors } from '../look/palette.ts';
import { drawnFormula } from '../numbers/drawn.ts';
import { live } from '../numbers/live.ts';
import { onMap, onMapNow, pick, tableLook, tableName, tableNumber, writeTitles } from './cells.ts';
import { writeFloor } from './floor.ts';
import type { LandscapeParts } from './landscape.ts';
import { chosenColumns, pointColumns, scaleColumns, tableRows } from './layout.ts';
import { totalOf } from './numbers.ts';
import { writePath } from './path.ts';
import { landscapeTyped } from './typed.ts';
import { landscapeWords } from './words.ts';

/** Writes the tables that the pictures are made of. */
export function writeTables(sheet: SheetDraft, landscape: LandscapeParts): void {
  writeChosen(sheet, landscape);
  writePoints(sheet, landscape);
  writeTangent(sheet, landscape);
  writeFloor(sheet, landscape);
  if (landscape.plan.side > 0) writeScale(sheet, landscape);
  writePath(sheet, landscape);
}

/** Which weights are moved, and what they and their gradients are in this iteration. */
function writeChosen(sheet: SheetDraft, landscape: LandscapeParts): void {
  const { book, layout, numbers } = landscape;
  const { table } = book;
  const { head } = landscapeWords;
  writeTitles(sheet, tableRows.chosen, layout.working, head.chosen);
  const names = `${absolute(table.nameRow, 1)}:${absolute(table.nameRow, table.lastColumn)}`;
  const columns = onSheet((book.only === undefined ? runTable(book, 0) : table).sheet, names);
  const { iteration } = layout.cells;
  const { weights: typed } = landscapeTyped(landscape);
  for (const [which, { of: number }] of typed.entries()) {
    const weight = numbers.chosen[which];
    if (weight === undefined) continue;
    const row = tableRows.chosen + 1 + which;
    const cell = (column: keyof typeof chosenColumns): string => layout.chosen(which, column);
    const put = (column: keyof typeof chosenColumns, formula: string, value: number | string, color?: string): void =>
      sheet.put(row, layout.working + chosenColumns[column], live(formula, value), tableLook(column, color));
    sheet.put(row, layout.working, which === 0 ? head.first : head.second, tableName);
    put('number', number.formula, weight.number);
    put('name', `INDEX(${layout.names},1,${cell('number')})`, weight.name);
    put('column', `MATCH(${cell('name')},${columns},0)`, table.column(weight.name), colors.otherSheet);
    const gradient = `MATCH("∂E/∂"&${cell('name')},${columns},0)`;
    put('gradientColumn', gradient, table.column(`∂E/∂${weight.name}`), colors.otherSheet);
    put('now', pick(landscape, iteration, cell('column')), weight.now, colors.otherSheet);
    put('gradient', pick(landscape, iteration, cell('gradientColumn')), weight.gradient, colors.otherSheet);
    const next = pick(landscape, `${iteration}+1`, cell('column'));
    put('next', `IF(${iteration}<${table.iterations},${next},${cell('now')})`, weight.next, colors.otherSheet);
    put('step', `IF(ISNUMBER(${cell('next')}),${cell('next')}-${cell('now')},0)`, weight.step);
  }
}

/** The point of this iteration, and where the step leads on the curve; on the map, where the steps of both weights lead. */
function writePoints(sheet: SheetDraft, landscape: LandscapeParts): void {
  const { layout, plan, numbers } = landscape;
  const { head } = landscapeWords;
  writeTitles(sheet, tableRows.points, layout.working, head.points.slice(0, plan.side > 0 ? 5 : 3));
  const total = layout.column(TOTAL_ERROR);
  const [one, two] = numbers.chosen;
  const points = [
    { text: head.now, of: 'now', row: layout.baseRow, value: numbers.base },
    { text: head.next, of: 'next', row: layout.stepRow, value: numbers.step },
  ] as const;
  for (const [k, { text, of, row: from, value }] of points.entries()) {
    const row = tableRows.points + 1 + k;
    const put = (column: keyof typeof pointColumns, formula: string, now: number): void =>
      sheet.put(row, layout.working + pointColumns[column], live(formula, now), tableLook(column));
    sheet.put(row, layout.working, text, tableName);
    put('x', drawnFormula(layout.chosen(0, of)), drawable(one?.[of]));
    put('total', drawnFormula(absolute(from, total)), drawable(totalOf(value)));
    if (plan.side === 0 || one === undefined || two === undefined) continue;
    put('column', onMap(landscape, layout.chosen(0, of), 0), onMapNow(landscape, one[of], 0));
    put('row', onMap(landscape, layout.chosen(1, of), 1), onMapNow(landscape, two[of], 1));
  }
}

/** A number as charts draw it. */
const drawable = (value = Number.NaN): number => (Number.isFinite(value) ? value : NOT_AVAILABLE);

/** Two points of the tangent. */
function writeTangent(sheet: SheetDraft, landscape: LandscapeParts): void {
  const { layout } = landscape;
  const { head } = landscapeWords;
  writeTitles(sheet, tableRows.tangent, layout.working, [head.tangent, head.points[1], head.points[2]]);
  const now = layout.chosen(0, 'now');
  for (const [k, [across, up]] of tangentNow(landscape).entries()) {
    const row = tableRows.tangent + 1 + k;
    const [x, total] = [layout.working + pointColumns.x, layout.working + pointColumns.total];
    sheet.put(row, layout.working, null, tableNumber());
    sheet.put(row, x, live(`${now}${k === 0 ? '-' : '+'}${layout.range}/${TANGENT}`, across), tableNumber());
    const height = `${layout.now}+${layout.chosen(0, 'gradient')}*(${relative(row, x)}-${now})`;
    sheet.put(row, total, live(`IFERROR(${height},NA())`, drawable(up)), tableNumber());
  }
}

/** The tangent goes to a third of the range. */
const TANGENT = 3;

/** The points of the tangent as they are when the workbook is opened. */
export function tangentNow({ numbers }: LandscapeParts): readonly (readonly [x: number, total: number])[] {
  const [one] = numbers.chosen;
  if (one === undefined) return [];
  return [-1, 1].map((side) => {
    const aside = (side * numbers.range) / TANGENT;
    return [one.now + aside, totalOf(numbers.base) + one.gradient * aside];
  });
}

/** What the colours of the map end with: white at its lowest, and the first quarter of the way up already coloured. */
function writeScale(sheet: SheetDraft, { layout, numbers }: LandscapeParts): void {
  writeTitles(sheet, tableRows.scale, layout.working, landscapeWords.head.scale);
  const totals = numbers.map.map(totalOf).filter(Number.isFinite);
  const [low, high] = totals.length === 0 ? [0, 0] : [Math.min(...totals), Math.max(...totals)];
  const cells = layout.mapCells;
  const put = (column: keyof typeof scaleColumns, formula: string, value: number): void =>
    sheet.put(tableRows.scale + 1, layout.working + scaleColumns[column], live(formula, value), tableNumber());
  put('low', `MIN(${cells})`, low);
  put('middle', `${layout.scale('low')}+(${layout.scale('high')}-${layout.scale('low')})/4`, low + (high - low) / 4);
  put('high', `MAX(${cells})`, high);
}

/** Cells of a column of the points: of now, of next, or of both. */
export const pointCells = ({ layout }: LandscapeParts, column: keyof typeof pointColumns, from = 0, to = 1): string =>
  `${absolute(tableRows.points + 1 + from, layout.working + pointColumns[column])}:${absolute(tableRows.points + 1 + to, layout.working + pointColumns[column])}`;
