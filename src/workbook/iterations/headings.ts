import { columnLetters, onSheet } from '../../sheet/address.ts';
import type { Formula, RichText } from '../../sheet/cell.ts';
import type { SheetDraft } from '../../sheet/draft.ts';
import { look } from '../../sheet/look.ts';
import { type Book, traceOf } from '../book.ts';
import { calledIn } from '../called.ts';
import { sampleBoundCell } from '../learning-rates/bounds.ts';
import { sampledColumn } from '../learning-rates/columns.ts';
import { shownRange } from '../learning-rates/rows.ts';
import { UNIT_COLORS, weightLine } from '../look/lines.ts';
import { colors, shades } from '../look/palette.ts';
import { pixelGrid } from '../look/pixel-grid.ts';
import { textWidth } from '../look/text-width.ts';
import { live } from '../numbers/live.ts';
import { written, writtenFormula } from '../numbers/written-number.ts';
import { words } from '../words.ts';
import { bound, type DrawnRun, type LineKind } from './bounds.ts';
import { type BandChart, bandCharts, CHART_HEADING_ROW, LEGEND_ROW } from './chart-places.ts';
import { boundCell, leavesCell } from './drawn-columns.ts';

/** What stands above the charts of a learning-rate sheet. Unlike a chart's title, it says where lines leave the chart now. */

const COLORS: Readonly<Record<LineKind, string>> = {
  errors: shades.error.strong,
  weights: shades.weight.strong,
  outputs: shades.forward.strong,
  gradients: shades.gradient.strong,
};

/** Pixels of a step of indentation. */
const INDENT = 9;

/** Writes the heading of every chart, and for many lines what they are. */
export function writeHeadings(sheet: SheetDraft, book: Book, position: number, run: DrawnRun): void {
  const grid = pixelGrid(book.sizes.seenWidths, book.sizes.heights);
  for (const chart of bandCharts(book)) {
    const { left } = chart.rectangle;
    const column = grid.columnAt(left);
    const indent = Math.round((left - grid.left(column)) / INDENT);
    const place = { align: 'left', ...(indent === 0 ? {} : { indent }) } as const;
    const heading = book.shown.sampled ? sampledHeading(book, position, chart) : leavingHeading(book, chart, run);
    sheet.put(CHART_HEADING_ROW, column, heading, look({ size: 10, bold: true, color: COLORS[chart.kind], ...place }));
    if (!chart.named) sheet.put(LEGEND_ROW, column, legendText(book, chart), look({ size: 9, ...place }));
  }
}

/** The title, and where a line leaves the chart: how far it draws, and the first iteration in which one leaves. */
function leavingHeading(book: Book, { kind, title, lines }: BandChart, run: DrawnRun): Formula {
  const { table } = book;
  const drawn = lines.filter(({ given }) => given === undefined).map(({ name }) => name);
  const [name = ''] = drawn;
  const cells = `${leavesCell(book, name)}:${leavesCell(book, drawn.at(-1) ?? name)}`;
  const [before, between] = words.charts.leave[kind === 'errors' ? 'errors' : 'others'];
  const first = Math.min(...drawn.map(run.leaves));
  const text = `${title}${before}${written(run.bound(name), 'alone')}${between}${first}`;
  const upTo = writtenFormula(boundCell(book, name), 'alone');
  return live(
    `"${title}"&IF(MIN(${cells})>${table.iterations},"","${before}"&${upTo}&"${between}"&MIN(${cells}))`,
    first > table.iterations ? title : text,
  );
}

/** The same for a sample of many iterations: how far the chart draws, where that leaves anything out. */
function sampledHeading(book: Book, position: number, { kind, title, lines }: BandChart): Formula {
  const { table, shown } = book;
  const trace = traceOf(book, position);
  const columns = lines.map(({ name }) => sampledColumn(book, position, table.lines.indexOf(name)));
  const [first = 1, last = first] = [columns[0], columns.at(-1)];
  const range = shownRange(book, first).replace(/:\$[A-Z]+/, `:$${columnLetters(last)}`);
  const upTo = bound(book, trace, kind);
  const [before, after] = words.charts.leave.sampled;
  const whole = shown.even.every((iteration) => {
    const row = trace.row(iteration);
    return lines.every(({ name }) => Math.abs(row[table.column(name) - 2] ?? Number.NaN) <= upTo);
  });
  const cell = onSheet(calledIn(book).sheet, sampleBoundCell(first));
  return live(
    `"${title}"&IF(COUNT(${range})=${shown.even.length * lines.length},"","${before}"&${writtenFormula(cell, 'alone')}&"${after}")`,
    whole ? title : `${title}${before}${written(upTo, 'alone')}${after}`,
  );
}

/** How the names of units look, and what is said after them. */
const NAME = { size: 9, bold: true } as const;
const REST = { size: 9 } as const;

/** What many lines are: the units in the colours of their lines, or the samples. */
function legendText({ topology }: Book, { kind, lines, rectangle }: BandChart): RichText | string {
  const { many, several, repeating } = words.charts;
  if (kind === 'errors') return many.errors(topology.curve);
  // Colours belong to units and outputs, whichever the sample.
  const { layers, errors } = topology;
  const units = layers.flatMap((layer) => layer.units.map(({ netInput }) => netInput));
  const called =
    kind === 'outputs' ? [...units.slice(0, -errors.length), ...errors.map(({ output }) => output)] : units;
  const drawn = [...new Set(lines.flatMap(({ unit }) => (unit === undefined ? [] : [unit])))];
  if (drawn.length > UNIT_COLORS) return repeating;
  const names = drawn.map((unit) => [called[unit] ?? '', unit] as const);
  const width = names.reduce((sum, [name]) => sum + textWidth(`${name} `, NAME), 0);
  const text = width + textWidth(many[kind], REST) <= rectangle.width ? many[kind] : several[kind];
  return {
    runs: [
      ...names.map(([name, unit]) => ({ text: `${name} `, look: look({ ...NAME, color: weightLine(unit, 0).color }) })),
      { text, look: look({ ...REST, color: colors.muted }) },
    ],
  };
}
