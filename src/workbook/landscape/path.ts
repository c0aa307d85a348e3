import { TOTAL_ERROR } from '../../quantities/topology.ts';
import { absolute, relative } from '../../sheet/address.ts';
import type { SheetDraft } from '../../sheet/draft.ts';
import { NOT_AVAILABLE } from '../../training/cell-error.ts';
import { chosenFormula } from '../book.ts';
import { colors } from '../look/palette.ts';
import { live } from '../numbers/live.ts';
import { onMap, onMapNow, pick, tableLook, writeTitles } from './cells.ts';
import type { LandscapeParts } from './landscape.ts';
import { pathColumns, tableRows } from './layout.ts';
import { ASIDE } from './numbers.ts';
import { PATH_POINTS } from './plan.ts';
import { landscapeWords } from './words.ts';

/** The iterations up to now: where both weights were, and the error. */
export function writePath(sheet: SheetDraft, landscape: LandscapeParts): void {
  const { book, layout, plan, numbers, own } = landscape;
  const titles = landscapeWords.head.path;
  writeTitles(sheet, tableRows.path, layout.path, plan.side > 0 ? titles : titles.slice(0, pathColumns.column));
  const { iteration } = layout.cells;
  const [one, two] = numbers.chosen;
  for (const [k, at] of numbers.path.entries()) {
    const row = tableRows.path + 1 + k;
    const cell = (column: keyof typeof pathColumns): string => relative(row, layout.path + pathColumns[column]);
    const put = (column: keyof typeof pathColumns, formula: string, value: number, color?: string): void =>
      sheet.put(row, layout.path + pathColumns[column], live(formula, value), tableLook(column, color));
    const value = (of: string): number => own.value(of, at - own.choice.iteration);
    const spaced = `ROUND(1+${k}*(${iteration}-1)/${PATH_POINTS - 1}+${ASIDE},0)`;
    put('iteration', `IF(${iteration}<=${PATH_POINTS},MIN(${k + 1},${iteration}),${spaced})`, at ?? NOT_AVAILABLE);
    const first = value(one?.name ?? '');
    put('first', pick(landscape, cell('iteration'), layout.chosen(0, 'column')), first, colors.otherSheet);
    if (plan.side > 0)
      put(
        'second',
        pick(landscape, cell('iteration'), layout.chosen(1, 'column')),
        value(two?.name ?? ''),
        colors.otherSheet,
      );
    const then = { position: layout.cells.position, iteration: cell('iteration') };
    put('total', chosenFormula(book, TOTAL_ERROR, then), value(TOTAL_ERROR), colors.otherSheet);
    const near = `ABS(${cell('first')}-${layout.chosen(0, 'now')})<=${layout.range}`;
    const isNear = Math.abs(first - (one?.now ?? 0)) <= numbers.range;
    put('x', `IFERROR(IF(${near},${cell('first')},NA()),NA())`, isNear ? first : NOT_AVAILABLE);
    const up = value(TOTAL_ERROR);
    put(
      'y',
      `IFERROR(IF(ISNUMBER(${cell('x')}),${cell('total')},NA()),NA())`,
      isNear && Number.isFinite(up) ? up : NOT_AVAILABLE,
    );
    if (plan.side === 0) continue;
    put('column', onMap(landscape, cell('first'), 0), onMapNow(landscape, first, 0));
    put('row', onMap(landscape, cell('second'), 1), onMapNow(landscape, value(two?.name ?? ''), 1));
  }
}

/** All cells of a column of the path. */
export const pathCells = ({ layout }: LandscapeParts, column: keyof typeof pathColumns): string =>
  `${absolute(tableRows.path + 1, layout.path + pathColumns[column])}:${absolute(tableRows.path + PATH_POINTS, layout.path + pathColumns[column])}`;

/** The points of the path that the chart draws: those within the range of the curve. */
export function drawnPath({ numbers, own }: LandscapeParts): readonly (readonly [x: number, total: number])[] {
  const [one] = numbers.chosen;
  return numbers.path.map((at) => {
    if (one === undefined) return NOWHERE;
    const x = own.value(one.name, at - own.choice.iteration);
    return Math.abs(x - one.now) <= numbers.range ? [x, own.value(TOTAL_ERROR, at - own.choice.iteration)] : NOWHERE;
  });
}

const NOWHERE = [Number.NaN, Number.NaN] as const;
