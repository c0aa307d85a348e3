import type { LineChart, MarkerStyle, Series } from '../../sheet/line-chart.ts';
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
    title: chart.title,
    horizontalTitle: chart.horizontalTitle,
    verticalTitle: chart.verticalTitle,
    verticalFormat: chart.verticalFormat,
    last: Math.max(last, 2),
    step: niceStep(last),
    left,
    top,
    width,
    height,
    scale: chart.scale === 'logarithmic' ? [element('c:logBase', { val: 10 })] : [],
    crossing: chart.scale === 'logarithmic' ? 'min' : 'autoZero',
    legend: chart.legend ? [templates.legend] : [],
    series: chart.series.map((series, k) =>
      fillTemplate(templates.series, {
        index: k,
        nameReference: series.name.reference,
        name: series.name.text,
        color: series.line.color,
        width: Math.round(series.line.width * EMU_PER_POINT),
        dash: series.line.dash,
        markers: series.marker === undefined ? [] : markers(series, series.marker, templates),
        horizontalReference: chart.horizontal.reference,
        horizontalCache: [categories],
        verticalReference: series.values.reference,
        verticalCache: [numberCache(series.values.values)],
      }),
    ),
  });
}

/** c:numCache (21.2.2.121): the points that have a number, and how many there are in all. */
export function numberCache(values: Float64Array): Element {
  const count = element('c:ptCount', { val: values.length });
  return element('c:numCache', {}, [element('c:formatCode', {}, ['General']), count, points(values)]);
}

/** The c:pt elements. */
const points = (values: Float64Array): NumberList => ({ values, texts: ['<c:pt idx="', '"><c:v>', '</c:v></c:pt>'] });

function markers(series: Series, marker: MarkerStyle, templates: DrawingTemplates): readonly Element[] {
  const points: Element[] = [];
  for (let k = marker.first; k < series.values.values.length; k += marker.every)
    points.push(
      fillTemplate(templates.marker, {
        index: k,
        symbol: marker.symbol,
        color: series.line.color,
        fill: marker.filled ? series.line.color : 'FFFFFF',
        width: Math.round(series.line.width * EMU_PER_POINT),
        dash: series.line.dash,
      }),
    );
  return points;
}

/** A step of 1, 2 or 5 times a power of ten that cuts an axis into at most ten pieces. */
export function niceStep(length: number): number {
  const rough = Math.max(length / 10, 1);
  const power = 10 ** Math.floor(Math.log10(rough));
  return ([1, 2, 5].find((factor) => factor * power >= rough) ?? 10) * power;
}
