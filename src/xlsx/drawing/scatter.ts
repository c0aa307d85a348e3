import type { PointMarker, ScatterChart, ScatterSeries } from '../../sheet/scatter-chart.ts';
import { type Element, element } from '../xml.ts';
import { EMU_PER_POINT } from './anchor.ts';
import { numberCache } from './chart.ts';
import { type DrawingTemplates, fillTemplate } from './template.ts';

/** The chart part of a scatter chart (ECMA-376 Part 1, 21.2.2.161 scatterChart). */
export function scatterPart(chart: ScatterChart, templates: DrawingTemplates): Element {
  const { horizontalTitle, verticalTitle } = chart;
  return fillTemplate(templates.scatterChart, {
    horizontalTitle,
    verticalTitle,
    series: chart.series.map(({ name, across, up, line, marker }, k) =>
      fillTemplate(templates.scatterSeries, {
        index: k,
        nameReference: name.reference,
        name: name.text,
        line: [lineOf(line)],
        marker: [markerOf(marker)],
        acrossReference: across.reference,
        acrossCache: [numberCache(across.values)],
        upReference: up.reference,
        upCache: [numberCache(up.values)],
      }),
    ),
  });
}

const solid = (color: string): Element => element('a:solidFill', {}, [element('a:srgbClr', { val: color })]);

/** a:ln, which says as well that nothing joins the points: what is left out would be drawn. */
function lineOf(line: ScatterSeries['line']): Element {
  if (line === undefined) return element('a:ln', {}, [element('a:noFill')]);
  const width = Math.round(line.width * EMU_PER_POINT);
  return element('a:ln', { w: width, cap: 'rnd' }, [
    solid(line.color),
    element('a:prstDash', { val: line.dash }),
    element('a:round'),
  ]);
}

function markerOf(marker: PointMarker | undefined): Element {
  if (marker === undefined) return element('c:marker', {}, [element('c:symbol', { val: 'none' })]);
  const { symbol, size, color, fill = color } = marker;
  return element('c:marker', {}, [
    element('c:symbol', { val: symbol }),
    element('c:size', { val: size }),
    element('c:spPr', {}, [solid(fill), element('a:ln', { w: EMU_PER_POINT }, [solid(color)])]),
  ]);
}
