import { DRAWINGS } from './compiled-drawings.ts';
import { type DrawingTemplates, parseTemplate } from './template.ts';

let known: DrawingTemplates | undefined;

/** The templates of the drawing parts, parsed when they are first asked for. */
export function drawingTemplates(): DrawingTemplates {
  known ??= {
    drawing: parseTemplate(DRAWINGS.drawing),
    chartAnchor: parseTemplate(DRAWINGS['chart-anchor']),
    shape: parseTemplate(DRAWINGS.shape),
    connector: parseTemplate(DRAWINGS.connector),
    lineChart: parseTemplate(DRAWINGS['line-chart']),
    title: parseTemplate(DRAWINGS.title),
    legend: parseTemplate(DRAWINGS.legend),
    series: parseTemplate(DRAWINGS.series),
    line: parseTemplate(DRAWINGS.line),
    marker: parseTemplate(DRAWINGS.marker),
    scatterChart: parseTemplate(DRAWINGS['scatter-chart']),
    scatterSeries: parseTemplate(DRAWINGS['scatter-series']),
  };
  return known;
}
