import { DRAWINGS } from './compiled-drawings.ts';
import { type DrawingTemplates, readyTemplate } from './template.ts';

let known: DrawingTemplates | undefined;

/** The templates of the drawing parts, made ready when they are first asked for. */
export function drawingTemplates(): DrawingTemplates {
  known ??= {
    drawing: readyTemplate(DRAWINGS.drawing),
    chartAnchor: readyTemplate(DRAWINGS['chart-anchor']),
    shape: readyTemplate(DRAWINGS.shape),
    connector: readyTemplate(DRAWINGS.connector),
    lineChart: readyTemplate(DRAWINGS['line-chart']),
    title: readyTemplate(DRAWINGS.title),
    legend: readyTemplate(DRAWINGS.legend),
    series: readyTemplate(DRAWINGS.series),
    line: readyTemplate(DRAWINGS.line),
    marker: readyTemplate(DRAWINGS.marker),
    scatterChart: readyTemplate(DRAWINGS['scatter-chart']),
    scatterSeries: readyTemplate(DRAWINGS['scatter-series']),
  };
  return known;
}
