import { TOTAL_ERROR } from '../../quantities/topology.ts';
import { relative } from '../../sheet/address.ts';
import type { SheetDraft } from '../../sheet/draft.ts';
import { look } from '../../sheet/look.ts';
import type { MarkRule } from '../../sheet/sheet.ts';
import { colors, ink, shades } from '../look/palette.ts';
import { live } from '../numbers/live.ts';
import { axisText, axisTextFormula } from '../surface/axis-text.ts';
import { mapCell, writeFrame } from '../surface/map.ts';
import { signMark } from '../surface/tints.ts';
import type { LandscapeParts } from './landscape.ts';
import { MAP } from './layout.ts';
import { mapHalf, totalOf } from './numbers.ts';
import { pathCells } from './path.ts';
import { pointCells } from './tables.ts';
import { landscapeWords } from './words.ts';

/** White is the floor, red is the height. */
const tints = { low: 'FFFFFF', middle: 'F8C7C0', high: 'B42318' } as const;

/** E_total over both weights: every cell reads its row of the grid. */
export function writeErrorMap(sheet: SheetDraft, landscape: LandscapeParts): void {
  const { plan, layout, numbers } = landscape;
  const { side } = plan;
  writeFrame(sheet, { top: MAP.row, left: MAP.column, rows: side, columns: side });
  const total = layout.column(TOTAL_ERROR);
  for (let r = 0; r < side; r++)
    for (let c = 0; c < side; c++) {
      const value = numbers.map[r * side + c];
      const now = value === undefined ? Number.NaN : totalOf(value);
      const formula = `IFERROR(${relative(layout.mapPoint(r, c), total)},"–")`;
      sheet.put(MAP.row + r, MAP.column + c, live(formula, Number.isFinite(now) ? now : '–'), mapCell);
    }
  writeScales(sheet, landscape);
  const marks = marksOf(landscape);
  sheet.colour(
    layout.mapCells.replaceAll('$', ''),
    {
      priority: marks.length + 1,
      points: (['low', 'middle', 'high'] as const).map((at) => ({ at: layout.scale(at), color: tints[at] })),
    },
    ...marks,
  );
}

/** The weights along the edges, and their names above. */
function writeScales(sheet: SheetDraft, { plan, layout, numbers }: LandscapeParts): void {
  const { side } = plan;
  const half = mapHalf(plan);
  const [one, two] = numbers.chosen;
  if (one === undefined || two === undefined) return;
  const small = { size: 8.5, color: colors.muted } as const;
  const frame = ['thin', '475569'] as const;
  const step = numbers.range / half;
  for (const k of [0, half / 2, half, (3 * half) / 2, 2 * half].filter(Number.isInteger)) {
    const at = (which: number): string => `${layout.chosen(which, 'now')}+${k - half}/${half}*${layout.range}`;
    const value = (now: number): number => now + ((k - half) / half) * numbers.range;
    const put = (row: number, column: number, which: number, now: number, below: boolean): void => {
      const style = below
        ? look({ ...small, align: 'center', over: frame })
        : look({ ...small, align: 'right', right: frame });
      sheet.put(row, column, live(axisTextFormula(`(${at(which)})`, step), axisText(value(now), step)), style);
    };
    put(MAP.row + side, MAP.column + k, 0, one.now, true);
    put(MAP.row + side - 1 - k, MAP.column - 1, 1, two.now, false);
  }
  const [before, across, up] = landscapeWords.map;
  const title = `"${before}"&${layout.chosen(0, 'name')}&"${across}"&${layout.chosen(1, 'name')}&"${up}"`;
  const text = `${before}${one.name}${across}${two.name}${up}`;
  sheet.put(MAP.row - 1, MAP.column, live(title, text), look({ bold: true, color: ink.strong, bottom: frame }));
  const note = look({ size: 9, color: colors.muted });
  sheet.put(MAP.row + side + 1, MAP.column, landscapeWords.marks, look({ size: 9, color: shades.input.strong }));
  sheet.put(MAP.row + side + 2, MAP.column, landscapeWords.colours, note);
}

/** Now, next, and the iterations up to now; columns are counted from the left, rows from the bottom. */
function marksOf(landscape: LandscapeParts): readonly MarkRule[] {
  const last = MAP.row + landscape.plan.side - 1;
  const at = (columns: string, rows: string): string =>
    `COUNTIFS(${columns},COLUMN()-${MAP.column},${rows},${last}-ROW())>0`;
  const point = (k: number): string => at(pointCells(landscape, 'column', k, k), pointCells(landscape, 'row', k, k));
  const { lines: _, ...dot } = signMark('•');
  return [
    { priority: 1, formula: point(0), mark: signMark('●') },
    { priority: 2, formula: point(1), mark: signMark('◇') },
    { priority: 3, formula: at(pathCells(landscape, 'column'), pathCells(landscape, 'row')), mark: dot },
  ];
}
