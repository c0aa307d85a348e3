import { columnLetters } from '../../sheet/address.ts';
import type { Rectangle } from '../../sheet/anchor.ts';
import type { LineChart } from '../../sheet/line-chart.ts';
import { isLineChart, type Sheet } from '../../sheet/sheet.ts';
import { chartPicture } from '../chart/chart.ts';
import { coordinate, type Drawn, drawn, group } from '../element.ts';
import type { TextMeasure } from '../measure.ts';
import type { Picture } from '../standalone.ts';
import type { Theme } from '../theme.ts';
import { drawnCells, type PlacedCell } from './cells.ts';
import { marksOf } from './marks.ts';
import { edgesOf, heightOfRow, type Strip, widthOfColumn } from './strip.ts';
import { TAB_BAR, type TabName, tabBar } from './tabs.ts';

/** What a picture of a sheet shows. */
export interface SheetScene {
  readonly sheet: Sheet;
  readonly strip: Strip;
  /** The last row that is drawn. */
  readonly lastRow: number;
  /** All tabs of the workbook, in order. */
  readonly tabs: readonly TabName[];
  readonly theme: Theme;
  readonly measure: TextMeasure;
  /** What the picture shows, for those who do not see it. */
  readonly title: string;
}

/** The letters above the columns, and the numbers beside the rows. */
const LETTERS = 20;
const NUMBERS = 34;

/** A part of a sheet as it looks in a spreadsheet: its cells with their numbers, its charts, letters, row numbers and tabs. */
export function sheetPicture(scene: SheetScene): Picture {
  const { sheet, strip, lastRow, theme, measure } = scene;
  const folded = foldedRows(scene);
  const tops = rowTops(sheet, lastRow, folded);
  const width = NUMBERS + (strip.edges.at(-1) ?? 0);
  const bottom = LETTERS + (tops.at(-1) ?? 0);
  const placed = placedCells(scene, tops, folded);
  const view = { x: NUMBERS, y: LETTERS, width: width - NUMBERS, height: bottom - LETTERS };
  return {
    width,
    height: bottom + TAB_BAR,
    title: scene.title,
    children: [
      drawn(
        'svg',
        { ...view, viewBox: `0 0 ${view.width} ${view.height}` },
        drawn('rect', { width: view.width, height: view.height, fill: theme.shown('FFFFFF') }),
        ...drawnCells(placed, theme, measure),
        ...chartsOver(scene).map(([chart, place]) => chartPicture(chart, place, { theme })),
      ),
      ...rims(scene, tops),
      ...tabBar(scene.tabs, sheet.name, { y: bottom, width, theme, measure }),
    ],
  };
}

/** Upper edges of all rows, and the lower edge of the last. */
const rowTops = (sheet: Sheet, lastRow: number, folded: ReadonlySet<number>): readonly number[] =>
  edgesOf(Array.from({ length: lastRow }, (_, k) => (folded.has(k + 1) ? 0 : heightOfRow(sheet, k + 1))));

/** Rows that fold away, where the strip would show nothing in them but the columns that every strip repeats. */
function foldedRows({ sheet, strip }: SheetScene): ReadonlySet<number> {
  const rows = new Set(sheet.folds?.rows);
  const own = new Set(strip.columns.slice(sheet.opens.frozen?.columns ?? 0));
  const isUsed = sheet.cells.some(({ row, column, content }) => rows.has(row) && own.has(column) && content !== null);
  return isUsed || chartsOver({ sheet, strip }).length > 0 ? new Set() : rows;
}

function placedCells(
  { sheet, strip, lastRow }: SheetScene,
  tops: readonly number[],
  folded: ReadonlySet<number>,
): readonly PlacedCell[] {
  const markOf = marksOf(sheet);
  const at = new Map(strip.columns.map((column, k) => [column, k]));
  const hidden = new Set(sheet.hiddenColumns);
  const shown = sheet.cells.filter(
    ({ row, column }) => row <= lastRow && !folded.has(row) && at.has(column) && !hidden.has(column),
  );
  const full = new Set(shown.filter(({ content }) => content !== null).map(({ row, column }) => `${row} ${column}`));
  const end = strip.edges.at(-1) ?? 0;
  return shown.map((cell): PlacedCell => {
    const k = at.get(cell.column) ?? 0;
    const x = strip.edges[k] ?? 0;
    const next = strip.columns.findIndex((column, n) => n > k && full.has(`${cell.row} ${column}`));
    const mark = markOf(cell);
    return {
      cell,
      look: mark === undefined ? cell.look : { ...cell.look, ...mark },
      ...{ x, y: tops[cell.row - 1] ?? 0, free: (next < 0 ? end : (strip.edges[next] ?? end)) - x },
      ...{ width: widthOfColumn(sheet, cell.column), height: heightOfRow(sheet, cell.row) },
    };
  });
}

/** Charts that begin over the strip, and where they stand in it. */
function chartsOver({
  sheet,
  strip,
}: Pick<SheetScene, 'sheet' | 'strip'>): readonly (readonly [LineChart, Rectangle])[] {
  const width = (strip.edges.at(-1) ?? 0) - strip.frozen;
  return sheet.charts.filter(isLineChart).flatMap((chart): readonly (readonly [LineChart, Rectangle])[] => {
    const { left, ...rest } = placeOf(chart, sheet);
    const begins = left - strip.from;
    return begins < 0 || begins >= width ? [] : [[chart, { left: begins + strip.frozen, ...rest }]];
  });
}

/** Where a chart stands on its sheet, in pixels. */
function placeOf({ anchor: { from, to } }: LineChart, sheet: Sheet): Rectangle {
  const x = (column: number): number => sum(column, (k) => widthOfColumn(sheet, k + 1));
  const y = (row: number): number => sum(row, (k) => heightOfRow(sheet, k + 1));
  const [left, top] = [x(from.column) + from.columnOffset, y(from.row) + from.rowOffset];
  return { left, top, width: x(to.column) + to.columnOffset - left, height: y(to.row) + to.rowOffset - top };
}

const sum = (count: number, of: (k: number) => number): number =>
  Array.from({ length: count }, (_, k) => of(k)).reduce((a, b) => a + b, 0);

const RIM = { ground: 'EEF2F7', line: 'C9D2DE', text: '64748B' };

/** The letters of the columns and the numbers of the rows. */
function rims({ sheet, strip, theme }: SheetScene, tops: readonly number[]): readonly Drawn[] {
  const [right, bottom] = [NUMBERS + (strip.edges.at(-1) ?? 0), LETTERS + (tops.at(-1) ?? 0)];
  const line = { stroke: theme.shown(RIM.line), fill: 'none' };
  const across = strip.edges.slice(1).map((edge) => `M${NUMBERS + edge - 0.5} 0v${LETTERS}`);
  const down = tops.slice(1).map((top) => `M0 ${LETTERS + top - 0.5}h${NUMBERS}`);
  const frozen = sheet.opens.frozen;
  const frozenRow = LETTERS + (tops[frozen?.rows ?? 0] ?? 0);
  return [
    drawn('path', {
      fill: theme.shown(RIM.ground),
      d: `M0 8a8 8 0 0 1 8 -8H${right - 8}a8 8 0 0 1 8 8V${LETTERS}H${NUMBERS}V${bottom}H0z`,
    }),
    drawn('path', { ...line, d: [...across, ...down].join('') }),
    drawn('path', { ...line, d: `M0 ${LETTERS - 0.5}H${right}M${NUMBERS - 0.5} 0V${bottom}` }),
    ...(frozen === undefined || frozenRow >= bottom
      ? []
      : [
          drawn('path', {
            ...line,
            ...{ stroke: theme.shown('8A97A8') },
            d: `M${NUMBERS} ${frozenRow}H${right}M${NUMBERS + strip.frozen} ${LETTERS}V${bottom}`,
          }),
        ]),
    group(
      { fill: theme.shown(RIM.text), 'font-size': 11, 'text-anchor': 'middle' },
      ...strip.columns.map((column, k) => {
        const middle = NUMBERS + ((strip.edges[k] ?? 0) + (strip.edges[k + 1] ?? 0)) / 2;
        return drawn('text', { x: coordinate(middle), y: LETTERS - 6 }, columnLetters(column));
      }),
      ...tops.slice(1).flatMap((edge, k) => {
        const top = tops[k] ?? 0;
        if (edge - top < 11) return [];
        return [drawn('text', { x: NUMBERS / 2, y: coordinate(LETTERS + (top + edge) / 2 + 4) }, String(k + 1))];
      }),
    ),
  ];
}
