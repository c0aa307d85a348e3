import { type Corner, EMU_PER_PIXEL } from './anchor.ts';
import type { LineChart } from './line-chart.ts';
import { type DrawingTemplates, fill } from './template.ts';
import type { Element } from './xml.ts';

/**
 * The drawing part of a sheet (ECMA-376 Part 1, 20.5.2.35 wsDr): one anchor per chart. The k-th chart has relationship id `rId{k}`,
 * counted from 1.
 */
export function drawingPart(charts: readonly LineChart[], templates: DrawingTemplates): Element {
  return fill(templates.drawing, { anchors: charts.map((chart, k) => chartAnchor(chart, k + 1, templates)) });
}

function chartAnchor(chart: LineChart, index: number, templates: DrawingTemplates): Element {
  return fill(templates.chartAnchor, {
    ...cornerTexts('from', chart.anchor.from),
    ...cornerTexts('to', chart.anchor.to),
    id: index + 1,
    name: `Chart ${index}`,
    description: chart.description,
    relationship: `rId${index}`,
  });
}

function cornerTexts(prefix: string, corner: Corner): Readonly<Record<string, number>> {
  return {
    [`${prefix}Column`]: corner.column,
    [`${prefix}ColumnOffset`]: Math.round(corner.columnOffset * EMU_PER_PIXEL),
    [`${prefix}Row`]: corner.row,
    [`${prefix}RowOffset`]: Math.round(corner.rowOffset * EMU_PER_PIXEL),
  };
}
