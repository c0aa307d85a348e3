import type { Rectangle } from '../../sheet/anchor.ts';
import type { ChartArea, LineChart, Series } from '../../sheet/line-chart.ts';
import { coordinate, type Drawn, drawn, group, label } from '../element.ts';
import { formatted } from '../number-format.ts';
import type { Field } from '../plot/frame.ts';
import { linearScale, logScale, quarterTicks, tickText } from '../plot/scale.ts';
import type { Theme } from '../theme.ts';
import { verticalAxis } from './range.ts';
import { seriesLine, strokeOf } from './series.ts';

/** Colours of a workbook's charts. */
const colors = { ground: 'FFFFFF', frame: 'DDE3EB', grid: 'E6EBF1', axis: 'B4BFCC', text: '5B6B80', title: '1B2A41' };

/** Sizes of texts, in pixels. */
const TEXT = 11;
const TITLE = 14;

/** From one name of a legend to the next, in pixels. */
const MOST_PITCH = 18;

/** How a chart of a sheet is drawn. */
export interface ChartDrawing {
  readonly theme: Theme;
  /** The largest number that is shown. */
  readonly most?: number | undefined;
}

/** A chart of a sheet as a picture: its title, its lines over the iterations, and their names beside them. */
export function chartPicture(chart: LineChart, place: Rectangle, { theme, most }: ChartDrawing): Drawn {
  const field = areaOf(chart.plotArea, place);
  const axis = verticalAxis(chart, most);
  const iterations = chart.horizontal.values;
  const last = iterations.at(-1) ?? 1;
  const x = linearScale(1, Math.max(2, last), field.left, field.right);
  const y = (chart.scale === 'logarithmic' ? logScale : linearScale)(axis.from, axis.to, field.bottom, field.top);
  const labels = markTexts(axis.marks, chart.verticalFormat);
  const text = { fill: theme.shown(colors.text), 'font-size': TEXT };
  const grid = axis.marks.map((mark) => `M${coordinate(field.left)} ${coordinate(y(mark))}H${coordinate(field.right)}`);
  return group(
    {},
    drawn('rect', {
      ...{ x: place.left + 0.5, y: place.top + 0.5, width: place.width - 1, height: place.height - 1 },
      ...{ fill: theme.shown(colors.ground), stroke: theme.shown(colors.frame) },
    }),
    drawn('path', { d: grid.join(''), stroke: theme.shown(colors.grid), fill: 'none' }),
    drawn('path', {
      d: `M${coordinate(field.left)} ${coordinate(field.bottom)}H${coordinate(field.right)}`,
      ...{ stroke: theme.shown(colors.axis), fill: 'none' },
    }),
    ...(chart.titled ? [heading(chart.title, place, theme)] : []),
    group(
      { ...text, 'text-anchor': 'end' },
      ...axis.marks.map((mark, k) =>
        drawn('text', { x: coordinate(field.left - 6), y: coordinate(y(mark) + 4) }, labels[k] ?? ''),
      ),
    ),
    group(
      { ...text, 'text-anchor': 'middle' },
      ...quarterTicks(last).map((mark) =>
        drawn('text', { x: coordinate(x(mark)), y: coordinate(field.bottom + 15) }, String(mark)),
      ),
      drawn(
        'text',
        { x: coordinate((field.left + field.right) / 2), y: coordinate(place.top + place.height - 7) },
        chart.horizontalTitle,
      ),
    ),
    ...chart.series.flatMap((series) => seriesLine(series, { iterations, x, y, shown: axis }, theme)),
    ...(chart.legend === undefined ? [] : legend(chart.series, areaOf(chart.legend, place), theme)),
  );
}

/** A part of a chart, in pixels. */
function areaOf([x, y, w, h]: ChartArea, { left, top, width, height }: Rectangle): Field {
  return {
    left: left + x * width,
    right: left + (x + w) * width,
    top: top + y * height,
    bottom: top + (y + h) * height,
  };
}

const heading = (title: string, { left, top }: Rectangle, theme: Theme): Drawn =>
  drawn(
    'text',
    {
      ...{ x: coordinate(left + 8), y: coordinate(top + TITLE + 6), 'font-size': TITLE },
      ...{ 'font-weight': 700, fill: theme.shown(colors.title) },
    },
    title,
  );

/** The numbers beside the axis; where the format has too few digits for one of them, in as many as they need. */
function markTexts(marks: readonly number[], format: string): readonly string[] {
  const texts = marks.map((mark) => formatted(mark, format));
  const isRight = texts.every(
    (text, k) => Math.abs(Number(text.replace('−', '-')) - (marks[k] ?? 0)) <= 1e-9 * Math.abs(marks[k] ?? 0),
  );
  return isRight ? texts.map((text) => text.replace('-', '−')) : marks.map(tickText);
}

/** The names of the lines, from the top down in the order of the lines. */
function legend(series: readonly Series[], area: Field, theme: Theme): readonly Drawn[] {
  const room = area.bottom - area.top;
  const pitch = Math.min(MOST_PITCH, room / series.length);
  const top = area.top + (room - pitch * series.length) / 2;
  const start = area.left + 12;
  return [
    ...series.map(({ line }, k) =>
      drawn('path', {
        ...strokeOf(line, theme),
        d: `M${coordinate(start)} ${coordinate(top + pitch * (k + 0.5))}h24`,
      }),
    ),
    group(
      { 'font-size': Math.min(TEXT + 1, Math.floor(pitch)), fill: theme.shown(colors.text) },
      ...series.map(({ name }, k) => label('name', start + 30, top + pitch * (k + 0.5) + 4, name.text)),
    ),
  ];
}
