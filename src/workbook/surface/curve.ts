import { absolute, columnRange, onSheet } from '../../sheet/address.ts';
import type { SheetDraft } from '../../sheet/draft.ts';
import type { NumberRange } from '../../sheet/line-chart.ts';
import { look } from '../../sheet/look.ts';
import type { ScatterChart, ScatterSeries } from '../../sheet/scatter-chart.ts';
import { targetLine, weightLine } from '../look/lines.ts';
import { colors, ink, shades } from '../look/palette.ts';
import type { PixelGrid } from '../look/pixel-grid.ts';
import { formats, header } from '../look/style.ts';
import { live } from '../numbers/live.ts';
import { written, writtenFormula } from '../numbers/written-number.ts';
import { LARGE, outputColumns, SURFACE_SHEET, sampleColumns } from './layout.ts';
import { levelOf } from './samples.ts';
import type { SurfaceParts } from './surface.ts';
import { surfaceWords } from './words.ts';

const CHART_WIDTH = 1000;

/** The output over the only input, with the hidden units, the samples and the line in the middle, as a chart. */
export function curveChart(sheet: SheetDraft, surface: SurfaceParts, grid: PixelGrid): ScatterChart {
  const { plan, layout, numbers, book } = surface;
  const [axis] = numbers.axes;
  const points = Float64Array.from({ length: plan.rows }, (_, k) => (axis?.first ?? 0) + (axis?.step ?? 0) * k);
  const column = (at: number, values: Float64Array): NumberRange => ({
    reference: columnRange(SURFACE_SHEET, at, layout.firstRow, layout.lastRow),
    values: drawable(values),
  });
  const across = column(layout.working, points);
  const line = (name: string, style: ScatterSeries['line']): ScatterSeries => ({
    name: { reference: onSheet(SURFACE_SHEET, absolute(layout.nameRow, layout.block(name))), text: name },
    across,
    up: column(layout.block(name), Float64Array.from(numbers.values(name))),
    ...(style === undefined ? {} : { line: style }),
  });
  const hidden = plan.drawn.map(({ name }, k) => line(name, { ...weightLine(k, 1), width: 1.25 }));
  const name = book.topology.inputs[0]?.name ?? '';
  return {
    kind: 'scatter',
    description: surfaceWords.curve.description(name),
    horizontalTitle: name,
    verticalTitle: surfaceWords.curve.output,
    series: [
      ...hidden,
      middleLine(sheet, surface),
      line(plan.large, { color: shades.forward.strong, width: 2.5, dash: 'solid' }),
      samplePoints(surface),
    ],
    anchor: grid.anchor({
      left: grid.left(LARGE.column),
      top: grid.top(LARGE.row),
      width: CHART_WIDTH,
      height: LARGE.pixels,
    }),
  };
}

/** Numbers as a chart has them: errors are gaps. */
const drawable = (values: Float64Array): Float64Array =>
  values.map((value) => (Number.isFinite(value) ? value : Number.NaN));

/** The line where the output passes its middle, from one end of the curve to the other. */
function middleLine(sheet: SheetDraft, surface: SurfaceParts): ScatterSeries {
  const { plan, layout, numbers } = surface;
  const { working, drawnRow } = layout;
  const [axis] = numbers.axes;
  const level = levelOf(surface);
  const style = look({ format: formats.plain, align: 'center', bottom: ['hair', colors.hair] });
  const x = working + outputColumns.low;
  const y = working + outputColumns.high;
  const { curve } = surfaceWords;
  const name = `${curve.level}${written(level, 'alone')}`;
  sheet.put(drawnRow, x, curve.ends, header.name(ink, false));
  const named = live(`"${curve.level}"&${writtenFormula(layout.drawn('level'), 'alone')}`, name);
  sheet.put(drawnRow, y, named, header.name(ink, false));
  const ends = [0, plan.rows - 1].map((k) => (axis?.first ?? 0) + (axis?.step ?? 0) * k);
  for (const [k, end] of ends.entries()) {
    const formula = `${layout.axis(0, 'first')}+${layout.axis(0, 'step')}*${k === 0 ? 0 : plan.rows - 1}`;
    sheet.put(drawnRow + 1 + k, x, live(formula, end), style);
    sheet.put(drawnRow + 1 + k, y, live(layout.drawn('level'), level), style);
  }
  const range = (column: number, values: readonly number[]): NumberRange => ({
    reference: columnRange(SURFACE_SHEET, column, drawnRow + 1, drawnRow + 2),
    values: Float64Array.from(values),
  });
  return {
    name: { reference: onSheet(SURFACE_SHEET, absolute(drawnRow, y)), text: name },
    across: range(x, ends),
    up: range(y, [level, level]),
    line: targetLine,
  };
}

/** The samples: their inputs, and what the output should be there. */
function samplePoints({ plan, layout, numbers }: SurfaceParts): ScatterSeries {
  const range = (column: number, of: (sample: number) => number): NumberRange => ({
    reference: onSheet(SURFACE_SHEET, layout.samples(column)),
    values: Float64Array.from({ length: plan.samples }, (_, s) => of(s)),
  });
  const head = absolute(layout.samplesRow, layout.working + sampleColumns.target);
  return {
    name: { reference: onSheet(SURFACE_SHEET, head), text: surfaceWords.samples[sampleColumns.target] },
    across: range(sampleColumns.x, (s) => numbers.input(s, 0)),
    up: range(sampleColumns.target, (s) => numbers.target(s, 0)),
    marker: { symbol: 'circle', size: 8, color: ink.strong },
  };
}
