import { absolute, columnRange, onSheet } from '../../sheet/address.ts';
import type { NumberRange } from '../../sheet/line-chart.ts';
import type { PointMarker, ScatterChart, ScatterSeries } from '../../sheet/scatter-chart.ts';
import { colors, ink, shades } from '../look/palette.ts';
import type { PixelGrid } from '../look/pixel-grid.ts';
import type { LandscapeParts } from './landscape.ts';
import { CHART, LANDSCAPE_SHEET, pointColumns, tableRows } from './layout.ts';
import { totalOf } from './numbers.ts';
import { drawnPath, pathCells } from './path.ts';
import { CURVE_POINTS } from './plan.ts';
import { pointCells, tangentNow } from './tables.ts';
import { landscapeWords } from './words.ts';

/** A series: the cell of its name, its numbers across and up, each with the cells that hold them. */
interface Drawn {
  readonly name: readonly [row: number, column: number, text: string];
  readonly across: readonly [cells: string, values: readonly number[]];
  readonly up: readonly [cells: string, values: readonly number[]];
  readonly line?: ScatterSeries['line'];
  readonly marker?: PointMarker;
}

/** E_total over the chosen weight, with its tangent, the step, and the iterations up to now. */
export function landscapeChart(landscape: LandscapeParts, grid: PixelGrid): ScatterChart {
  const left = grid.left(CHART.column);
  const top = grid.top(CHART.row);
  return {
    kind: 'scatter',
    description: landscapeWords.description,
    horizontalTitle: landscapeWords.axis,
    verticalTitle: 'E_total',
    series: drawn(landscape).map(seriesOf),
    anchor: grid.anchor({
      left,
      top,
      width: grid.right(CHART.column + CHART.columns - 1) - left,
      height: grid.bottom(CHART.row + CHART.rows - 1) - top,
    }),
  };
}

function seriesOf({ name: [row, column, text], across, up, line, marker }: Drawn): ScatterSeries {
  const range = ([cells, values]: readonly [string, readonly number[]]): NumberRange => ({
    reference: cells.includes('!') ? cells : onSheet(LANDSCAPE_SHEET, cells),
    values: Float64Array.from(values, (value) => (Number.isFinite(value) ? value : Number.NaN)),
  });
  return {
    name: { reference: onSheet(LANDSCAPE_SHEET, absolute(row, column)), text },
    across: range(across),
    up: range(up),
    ...(line === undefined ? {} : { line }),
    ...(marker === undefined ? {} : { marker }),
  };
}

function drawn(landscape: LandscapeParts): readonly Drawn[] {
  const { layout, numbers } = landscape;
  const { head } = landscapeWords;
  const { working } = layout;
  const [one] = numbers.chosen;
  const [now, next] = [one?.now ?? Number.NaN, one?.next ?? Number.NaN];
  const curve = (column: number): string =>
    columnRange(LANDSCAPE_SHEET, column, layout.curveRow, layout.curveRow + CURVE_POINTS - 1);
  const tangent = (column: keyof typeof pointColumns): string =>
    columnRange(LANDSCAPE_SHEET, working + pointColumns[column], tableRows.tangent + 1, tableRows.tangent + 2);
  const [base, step] = [totalOf(numbers.base), totalOf(numbers.step)];
  const points = drawnPath(landscape);
  return [
    {
      name: [tableRows.path - 1, layout.path, head.run],
      across: [pathCells(landscape, 'x'), points.map(([x]) => x)],
      up: [pathCells(landscape, 'y'), points.map(([, y]) => y)],
      line: { color: '8A97A8', width: 1, dash: 'solid' },
      marker: { symbol: 'square', size: 5, color: '8A97A8' },
    },
    {
      name: [layout.nameRow, layout.drawnColumn, head.curve],
      across: [curve(layout.xColumn), numbers.curve.map(({ first }) => now + first)],
      up: [curve(layout.drawnColumn), numbers.curve.map(totalOf)],
      line: { color: colors.totalText, width: 2.25, dash: 'solid' },
    },
    {
      name: [tableRows.tangent, working, head.tangent],
      across: [tangent('x'), tangentNow(landscape).map(([x]) => x)],
      up: [tangent('total'), tangentNow(landscape).map(([, y]) => y)],
      line: { color: shades.gradient.strong, width: 1.75, dash: 'dash' },
    },
    {
      name: [tableRows.points, working, head.points[0]],
      across: [pointCells(landscape, 'x'), [now, next]],
      up: [pointCells(landscape, 'total'), [base, step]],
      line: { color: shades.factor.strong, width: 1.75, dash: 'sysDot' },
    },
    {
      name: [tableRows.points + 1, working, head.now],
      across: [pointCells(landscape, 'x', 0, 0), [now]],
      up: [pointCells(landscape, 'total', 0, 0), [base]],
      marker: { symbol: 'circle', size: 10, color: ink.strong },
    },
    {
      name: [tableRows.points + 2, working, head.next],
      across: [pointCells(landscape, 'x', 1, 1), [next]],
      up: [pointCells(landscape, 'total', 1, 1), [step]],
      marker: { symbol: 'diamond', size: 11, color: shades.factor.strong },
    },
  ];
}
