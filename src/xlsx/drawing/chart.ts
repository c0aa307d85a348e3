import type { ChartArea, LineChart, MarkerStyle, Series } from '../../sheet/line-chart.ts';
import { type Element, element, type NumberList } from '../xml.ts';
import { EMU_PER_POINT } from './anchor.ts';
import type { DrawingTemplates } from './template.ts';
import { fillTemplate } from './template.ts';

/** The chart part of a line chart (ECMA-376 Part 1, 21.2.2.27 chartSpace). */
export function chartPart(chart: LineChart, templates: DrawingTemplates): Element {
  const [left, top, width, height] = chart.plotArea;
  const last = chart.horizontal.values.at(-1) ?? 1;
  const categories = numberCache(chart.horizontal.values);
  return fillTemplate(templates.lineChart, {
    title: chart.titled ? [fillTemplate(templates.title, { title: chart.title })] : [],
    untitled: chart.titled ? 0 : 1,
    horizontalTitle: chart.horizontalTitle,
    verticalFormat: chart.verticalFormat,
    last: Math.max(last, 2),
    step: niceStep(last),
    left,
    top,
    width,
    height,
    scale: chart.scale === 'logarithmic' ? [element('c:logBase', { val: 10 })] : [],
    bounds: chart.scale === 'share' ? [element('c:max', { val: 1 }), element('c:min', { val: 0 })] : [],
    crossing: chart.scale === 'logarithmic' ? 'min' : 'autoZero',
    legend: chart.legend === undefined ? [] : [legendOf(chart, chart.legend, templates)],
    series: [
      ...chart.series.map((series, k) =>
        seriesPart(series, k, templates, {
          line: [fillTemplate(templates.line, lineTexts(series))],
          marker: [isDense(series) ? markerOf(series, series.marker, templates) : NO_MARKER],
          horizontal: chart.horizontal.reference,
          horizontalCache: categories,
          vertical: series.values.reference,
          verticalCache: numberCache(series.values.values),
        }),
      ),
      ...markSeries(chart, templates),
    ],
  });
}

/** How a series is drawn, and what it reads. */
interface SeriesTexts {
  readonly line: readonly Element[];
  readonly marker: readonly Element[];
  readonly horizontal: string;
  readonly horizontalCache: Element;
  readonly vertical: string;
  readonly verticalCache: Element;
}

const seriesPart = ({ name }: Series, index: number, templates: DrawingTemplates, texts: SeriesTexts): Element =>
  fillTemplate(templates.series, {
    index,
    nameReference: name.reference,
    name: name.text,
    line: texts.line,
    marker: texts.marker,
    horizontalReference: texts.horizontal,
    horizontalCache: [texts.horizontalCache],
    verticalReference: texts.vertical,
    verticalCache: [texts.verticalCache],
  });

const lineTexts = ({ line }: Series) => ({
  color: line.color,
  width: Math.round(line.width * EMU_PER_POINT),
  dash: line.dash,
});

/** The legend names the lines, not their marks. */
const legendOf = (chart: LineChart, [left, top, width, height]: ChartArea, templates: DrawingTemplates): Element =>
  fillTemplate(templates.legend, {
    left,
    top,
    width,
    height,
    hidden: chart.series
      .filter(isSparse)
      .map((_, k) =>
        element('c:legendEntry', {}, [
          element('c:idx', { val: chart.series.length + k }),
          element('c:delete', { val: 1 }),
        ]),
      ),
  });

/** c:numCache (21.2.2.121): the points that have a number, and how many there are in all. */
export function numberCache(values: Float64Array): Element {
  const count = element('c:ptCount', { val: values.length });
  return element('c:numCache', {}, [element('c:formatCode', {}, ['General']), count, points(values)]);
}

/** The c:pt elements. */
const points = (values: Float64Array): NumberList => ({ values, texts: ['<c:pt idx="', '"><c:v>', '</c:v></c:pt>'] });

type Marked = Series & { readonly marker: MarkerStyle };

/** Whether every point of a line is marked, or only some. */
const isDense = (series: Series): series is Marked => series.marker?.every === 1;
const isSparse = (series: Series): series is Marked => series.marker !== undefined && !isDense(series);

const NO_MARKER = element('c:marker', {}, [element('c:symbol', { val: 'none' })]);

const markerOf = ({ line }: Series, { symbol }: MarkerStyle, templates: DrawingTemplates): Element =>
  fillTemplate(templates.marker, { symbol, color: line.color });

/**
 * Marks on some points of a line are a series of their own without a line: Gnumeric ends with an error where single points of a series have
 * symbols.
 */
function markSeries({ series, horizontal }: LineChart, templates: DrawingTemplates): readonly Element[] {
  return series.filter(isSparse).map((marked, k) => {
    const { values, marker } = marked;
    const at = Array.from(
      { length: Math.max(0, Math.ceil((values.values.length - marker.first) / marker.every)) },
      (_, n) => marker.first + n * marker.every,
    );
    const numbers = (of: Float64Array): Element => numberCache(Float64Array.from(at, (n) => of[n] ?? Number.NaN));
    return seriesPart(marked, series.length + k, templates, {
      line: [element('c:spPr', {}, [element('a:ln', {}, [element('a:noFill')])])],
      marker: [markerOf(marked, marker, templates)],
      horizontal: cellsOf(horizontal.reference, at),
      horizontalCache: numbers(horizontal.values),
      vertical: cellsOf(values.reference, at),
      verticalCache: numbers(values.values),
    });
  });
}

/** Some cells of a part of a column, as one reference: `('A'!$B$2,'A'!$B$5)`. @param at their places, counted from 0 */
function cellsOf(column: string, at: readonly number[]): string {
  const [, cell = column, row = '1'] = /^(.*\$)(\d+):/.exec(column) ?? [];
  return `(${at.map((n) => `${cell}${Number(row) + n}`).join(',')})`;
}

/** From here on, the labels of an axis are so wide that ten of them would be turned. */
const LONG = 2000;

/** A step of 1, 2 or 5 times a power of ten that cuts an axis into at most ten pieces. */
export function niceStep(length: number): number {
  const rough = Math.max(length / (length < LONG ? 10 : 6), 1);
  const power = 10 ** Math.floor(Math.log10(rough));
  return ([1, 2, 5].find((factor) => factor * power >= rough) ?? 10) * power;
}
