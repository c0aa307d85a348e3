import type { Figure } from '../../sheet/figure.ts';
import type { Chart } from '../../sheet/sheet.ts';
import type { Element } from '../xml.ts';
import { anchorTexts } from './anchor.ts';
import { connectorAnchor } from './connector.ts';
import { shapeAnchor } from './shape.ts';
import { type DrawingTemplates, fillTemplate } from './template.ts';

/**
 * The drawing part of a sheet (ECMA-376 Part 1, 20.5.2.35 wsDr): one anchor per chart, then one per figure, the first at the back. The
 * k-th chart has relationship id `rId{k}`, counted from 1.
 */
export function drawingPart(
  charts: readonly Chart[],
  templates: DrawingTemplates,
  figures: readonly Figure[] = [],
): Element {
  return fillTemplate(templates.drawing, {
    anchors: [
      ...charts.map((chart, k) => chartAnchor(chart, k + 1, templates)),
      ...figures.map((figure, k) => figureAnchor(figure, FIRST_ID + charts.length + k, templates)),
    ],
  });
}

/** Ids are unique in a drawing; 1 is commonly left to the drawing itself. */
const FIRST_ID = 2;

function chartAnchor(chart: Chart, index: number, templates: DrawingTemplates): Element {
  return fillTemplate(templates.chartAnchor, {
    ...anchorTexts(chart.anchor),
    id: FIRST_ID + index - 1,
    name: `Chart ${index}`,
    description: chart.description,
    relationship: `rId${index}`,
  });
}

function figureAnchor(figure: Figure, id: number, templates: DrawingTemplates): Element {
  return figure.kind === 'shape' ? shapeAnchor(figure, id, templates) : connectorAnchor(figure, id, templates);
}
